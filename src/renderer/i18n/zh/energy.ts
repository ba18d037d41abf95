import type { Translation } from '@shared/words/translation'
import type { energy as EnglishEnergy } from '../en/energy'

export const energy: Translation<typeof EnglishEnergy> = {
  title: '电量变化',
  toSessions: '显示充电记录',
  open: '电量变化',
  delivered: '已充电量',
  chargers: '充电桩',
  byStation: '按充电桩',
  shares: '各充电桩的已充电量',
  stationGone: '充电桩 {{number}}',
  nothing: '这段时间没有充电。',
  unclear_other: '不含 {{count}} 次充电：其电量不清楚，在充电记录中待核对。',
  unit: { label: '显示的时间长度', day: '日', week: '周', month: '月', year: '年' },
  earlier: { day: '前一天', week: '前一周', month: '前一个月', year: '前一年' },
  later: { day: '后一天', week: '后一周', month: '后一个月', year: '后一年' },
  present: '回到现在',
  siteTime: '日期和时间以站点时区为准（{{zone}}）。',
  hour: '{{from}} 至 {{to}}',
  bars: {
    day: '每小时电量',
    week: '每日电量',
    month: '每日电量',
    year: '每月电量',
  },
  axis: { day: '时刻', week: '日期', month: '日期', year: '月份' },
  barsSummary: '{{period}}共充 {{total}}。',
  power: {
    'quarter-hour': '每刻钟的平均功率',
    hour: '每小时的平均功率',
    day: '每日的平均功率',
    month: '每月的平均功率',
  },
  powerSummary: '最高 {{most}}，最近 {{last}}。',
}
