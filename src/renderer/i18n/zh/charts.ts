import type { Translation } from '@shared/words/translation'
import type { charts as EnglishCharts } from '../en/charts'

export const charts: Translation<typeof EnglishCharts> = {
  time: '时间',
  timeAxis: '时间，自 {{from}}',
  noValue: '无值',
  table_other: '{{count}} 个值的表格',
  tableLabel: '数值表格',
  tableShortened: '{{total}} 个中的最后 {{count}} 个。',
  power: '功率 (kW)',
  energy: '电量 (kWh)',
  zoom: {
    label: '显示的时间范围',
    earlier: '更早',
    later: '更晚',
    closer: '放大',
    farther: '缩小',
    whole: '显示全部',
  },
}
