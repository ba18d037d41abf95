import type { Translation } from '@shared/words/translation'
import type { cardAnswers as EnglishCardAnswers, cardReasons as EnglishCardReasons } from '../en/cardAnswers'

export const cardAnswers: Translation<typeof EnglishCardAnswers> = {
  accepted: 'Angenommen',
  'too-many-guesses': 'Abgelehnt: zu viele falsche Codes',
  'wrong-code': 'Abgelehnt: falscher Code',
  unknown: 'Abgelehnt: nicht aufgenommen',
  'card-wanted': 'Abgelehnt: keine Karte vorgehalten',
  blocked: 'Abgelehnt: gesperrt',
  expired: 'Abgelehnt: abgelaufen',
  'not-yet-valid': 'Abgelehnt: noch nicht gültig',
  'starts-nothing': 'Abgelehnt: Eine Hauptkarte (MasterPass) startet nichts',
  'not-at-this-location': 'Abgelehnt: nicht an dieser Station',
  'not-this-evse': 'Abgelehnt: nicht an dieser EVSE',
  'not-at-this-time': 'Abgelehnt: nicht zu dieser Uhrzeit',
  'no-credit': 'Abgelehnt: Kontingent aufgebraucht',
  'charging-already': 'Abgelehnt: lädt bereits',
}

export const cardReasons: Translation<typeof EnglishCardReasons> = {
  'too-many-guesses': 'Codes zählen wieder ab {{next}}',
  expired: 'abgelaufen {{since}}',
  'not-yet-valid': 'nicht vor {{next}}',
  'not-this-evse_one': 'nur an EVSE {{evses}}',
  'not-this-evse_other': 'nur an den EVSE {{evses}}',
  'not-at-this-time': 'nicht vor {{next}}',
  'no-credit-energy': '{{used}} von {{limit}} in diesem Monat; wieder ab {{next}}',
  'no-credit-sessions': '{{used}} von {{limit}} Ladevorgängen in diesem Monat; wieder ab {{next}}',
  'charging-already': 'an {{station}}',
}
