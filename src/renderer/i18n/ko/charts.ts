import type { Translation } from '@shared/words/translation'
import type { charts as EnglishCharts } from '../en/charts'

export const charts: Translation<typeof EnglishCharts> = {
  time: '시각',
  timeAxis: '시각, {{from}}부터',
  noValue: '값 없음',

  table_other: '값 {{count}}개를 표로 보기',
  tableLabel: '값의 표',
  tableShortened: '{{total}}개 중 마지막 {{count}}개',
  power: '출력(kW)',
  energy: '전력량(kWh)',
  zoom: {
    label: '표시 범위',
    earlier: '이전 보기',
    later: '이후 보기',
    closer: '확대',
    farther: '축소',
    whole: '전체 보기',
  },
}
