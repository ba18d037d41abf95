import type { Translation } from '@shared/words/translation'
import type { cardAnswers as EnglishCardAnswers, cardReasons as EnglishCardReasons } from '../en/cardAnswers'

export const cardAnswers: Translation<typeof EnglishCardAnswers> = {
  accepted: '已接受',
  'too-many-guesses': '拒绝：密码错误次数过多',
  'wrong-code': '拒绝：密码错误',
  unknown: '拒绝：未登记',
  'card-wanted': '拒绝：未刷卡',
  blocked: '拒绝：已停用',
  expired: '拒绝：已过期',
  'not-yet-valid': '拒绝：尚未生效',
  'starts-nothing': '拒绝：主卡不能开始充电',
  'not-at-this-location': '拒绝：不可用于此充电桩',
  'not-this-evse': '拒绝：不可用于此 EVSE',
  'not-at-this-time': '拒绝：此时段不可用',
  'no-credit': '拒绝：额度已用完',
  'charging-already': '拒绝：已在充电',
}

export const cardReasons: Translation<typeof EnglishCardReasons> = {
  'too-many-guesses': '{{next}} 起可再次尝试',
  expired: '已于 {{since}} 到期',
  'not-yet-valid': '{{next}} 之后才有效',
  'not-this-evse_other': '仅限 EVSE {{evses}}',
  'not-at-this-time': '{{next}} 之后才可用',
  'no-credit-energy': '本月已用 {{used}}，上限 {{limit}}；{{next}} 起恢复',
  'no-credit-sessions': '本月已充 {{used}} 次，上限 {{limit}} 次；{{next}} 起恢复',
  'charging-already': '在 {{station}}',
}
