import type { Translation } from '@shared/words/translation'
import type { charts as EnglishCharts } from '../en/charts'

export const charts: Translation<typeof EnglishCharts> = {
  time: 'Zeit',
  timeAxis: 'Zeit, ab {{from}}',
  noValue: 'kein Wert',
  table_one: '{{count}} Wert als Tabelle',
  table_other: '{{count}} Werte als Tabelle',
  tableLabel: 'Tabelle der Werte',
  tableShortened: 'Die letzten {{count}} von {{total}}.',
  power: 'Leistung (kW)',
  energy: 'Energie (kWh)',
  zoom: {
    label: 'Welcher Zeitraum gezeigt wird',
    earlier: 'Früher anzeigen',
    later: 'Später anzeigen',
    closer: 'Näher ansehen',
    farther: 'Mehr anzeigen',
    whole: 'Alles anzeigen',
  },
}
