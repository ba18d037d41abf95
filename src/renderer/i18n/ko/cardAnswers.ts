import type { Translation } from '@shared/words/translation'
import type { cardAnswers as EnglishCardAnswers, cardReasons as EnglishCardReasons } from '../en/cardAnswers'

export const cardAnswers: Translation<typeof EnglishCardAnswers> = {
  accepted: '수락됨',
  'too-many-guesses': '거부됨: 잘못된 코드 과다',
  'wrong-code': '거부됨: 잘못된 코드',
  unknown: '거부됨: 미등록',
  'card-wanted': '거부됨: 카드 제시 안 됨',
  blocked: '거부됨: 차단됨',
  expired: '거부됨: 만료됨',
  'not-yet-valid': '거부됨: 유효 기간 전',
  'starts-nothing': '거부됨: MasterPass로는 시작할 수 없음',
  'not-at-this-location': '거부됨: 이 충전기에서 사용 불가',
  'not-this-evse': '거부됨: 이 EVSE에서 사용 불가',
  'not-at-this-time': '거부됨: 이 시간에 사용 불가',
  'no-credit': '거부됨: 한도 소진',
  'charging-already': '거부됨: 이미 충전 중',
}

export const cardReasons: Translation<typeof EnglishCardReasons> = {
  'too-many-guesses': '{{next}}부터 코드를 다시 받음',
  expired: '{{since}}에 만료됨',
  'not-yet-valid': '{{next}}부터 유효',

  'not-this-evse_other': 'EVSE {{evses}}에서만 가능',
  'not-at-this-time': '{{next}}부터 가능',
  'no-credit-energy': '이번 달 {{limit}} 중 {{used}} 사용, {{next}}부터 다시 가능',
  'no-credit-sessions': '이번 달 세션 {{limit}}건 중 {{used}}건 사용, {{next}}부터 다시 가능',
  'charging-already': '충전 장소: {{station}}',
}
