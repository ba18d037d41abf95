import type { Translation } from '@shared/words/translation'
import type { forms as EnglishForms } from '../en/forms'

export const forms: Translation<typeof EnglishForms> = {
  optional: '{{label}} (optional)',
  notSaid: 'Keine Angabe',
  yes: 'Ja',
  no: 'Nein',
  seconds: 's',
  json: 'Ein beliebiger Wert, als JSON geschrieben.',
  jsonObject: 'Als JSON geschrieben, etwa {"vendorId": "com.example"}.',
  add: '„{{part}}“ hinzufügen',
  addOne: 'Zu „{{list}}“ hinzufügen',
  remove: '„{{part}}“ entfernen',
  entry: '{{list}} {{number}}',
  range: {
    between: '{{min}} bis {{max}}.',
    atMost: 'Höchstens {{max}}.',
    atLeast: 'Mindestens {{min}}.',
  },
  moment: {
    date: 'TT.MM.JJJJ',
    'date-time': 'TT.MM.JJJJ hh:mm',
    time: 'hh:mm',
    problem: 'Schreiben Sie es als {{form}}.',
  },
  problem: {
    required: 'Das muss ausgefüllt sein.',
    notANumber: 'Das ist keine Zahl.',
    notWhole: 'Das muss eine ganze Zahl sein.',
    notATime: 'Das ist kein Datum mit Uhrzeit.',
    notJson: 'Das lässt sich nicht als JSON lesen.',
    notAnObject: 'Das muss ein JSON-Objekt sein, in geschweiften Klammern.',
    conflict: 'Das passt nicht zu den anderen Feldern: Sehen Sie sich die Hinweise an.',
    notAllowed: 'Das ist nicht geschrieben, wie es sein muss.',
    tooSmall: 'Mindestens {{min}}.',
    tooLarge: 'Höchstens {{max}}.',
    tooFine: 'Nur in Schritten von {{step}}.',
    tooLong: 'Höchstens {{max}} Zeichen; dies sind {{length}}.',
    tooShort: 'Mindestens {{min}} Zeichen.',
    tooFew: 'Mindestens {{min}}.',
    tooMany: 'Höchstens {{max}}.',
  },
}
