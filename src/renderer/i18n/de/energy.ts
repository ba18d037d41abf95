import type { Translation } from '@shared/words/translation'
import type { energy as EnglishEnergy } from '../en/energy'

export const energy: Translation<typeof EnglishEnergy> = {
  title: 'Energie im Verlauf',
  toSessions: 'Ladevorgänge anzeigen',
  open: 'Energie im Verlauf',
  delivered: 'Geladen',
  chargers: 'Ladestationen',
  byStation: 'Nach Station',
  shares: 'Stationen nach geladener Energie',
  stationGone: 'Station {{number}}',
  nothing: 'In dieser Zeit wurde nichts geladen.',
  unclear_one: 'Ohne {{count}} Ladevorgang: Was er geladen hat, ist unklar. Er wartet unter den Ladevorgängen.',
  unclear_other: 'Ohne {{count}} Ladevorgänge: Was sie geladen haben, ist unklar. Sie warten unter den Ladevorgängen.',
  unit: { label: 'Welcher Zeitraum gezeigt wird', day: 'Tag', week: 'Woche', month: 'Monat', year: 'Jahr' },
  earlier: { day: 'Tag davor', week: 'Woche davor', month: 'Monat davor', year: 'Jahr davor' },
  later: { day: 'Tag danach', week: 'Woche danach', month: 'Monat danach', year: 'Jahr danach' },
  present: 'Zurück zu jetzt',
  siteTime: 'Tage und Uhrzeiten sind die des Standorts ({{zone}}).',
  hour: '{{from}} bis {{to}}',
  bars: {
    day: 'Energie, Stunde für Stunde',
    week: 'Energie, Tag für Tag',
    month: 'Energie, Tag für Tag',
    year: 'Energie, Monat für Monat',
  },
  axis: { day: 'Stunde des Tages', week: 'Tag', month: 'Tag des Monats', year: 'Monat' },
  barsSummary: '{{total}} wurden geladen: {{period}}.',
  power: {
    'quarter-hour': 'Mittlere Leistung je Viertelstunde',
    hour: 'Mittlere Leistung je Stunde',
    day: 'Mittlere Leistung je Tag',
    month: 'Mittlere Leistung je Monat',
  },
  powerSummary: 'Höchstens {{most}}, zuletzt {{last}}.',
}
