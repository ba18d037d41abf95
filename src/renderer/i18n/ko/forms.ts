import type { Translation } from '@shared/words/translation'
import type { forms as EnglishForms } from '../en/forms'

export const forms: Translation<typeof EnglishForms> = {
  optional: '{{label}}(선택 사항)',
  notSaid: '지정 안 함',
  yes: '예',
  no: '아니요',
  seconds: '초',
  json: '값을 JSON으로 입력합니다.',
  jsonObject: 'JSON으로 입력합니다. 예: {"vendorId": "com.example"}',
  add: '“{{part}}” 추가',
  addOne: '“{{list}}”에 추가',
  remove: '“{{part}}” 삭제',
  entry: '{{list}} {{number}}',
  range: {
    between: '{{min}}에서 {{max}} 사이입니다.',
    atMost: '{{max}} 이하입니다.',
    atLeast: '{{min}} 이상입니다.',
  },
  moment: {
    date: '연. 월. 일.',
    'date-time': '연. 월. 일. 시:분',
    time: '시:분',
    problem: '{{form}} 형식으로 입력하십시오.',
  },
  problem: {
    required: '값을 입력해야 합니다.',
    notANumber: '숫자가 아닙니다.',
    notWhole: '정수를 입력해야 합니다.',
    notATime: '날짜와 시각이 아닙니다.',
    notJson: 'JSON으로 읽을 수 없습니다.',
    notAnObject: '중괄호로 묶은 JSON 객체여야 합니다.',
    conflict: '다른 입력란과 맞지 않습니다. 도움말을 확인하십시오.',
    notAllowed: '형식이 올바르지 않습니다.',
    tooSmall: '{{min}} 이상이어야 합니다.',
    tooLarge: '{{max}} 이하여야 합니다.',
    tooFine: '{{step}} 단위로만 입력할 수 있습니다.',
    tooLong: '최대 {{max}}자인데 {{length}}자입니다.',
    tooShort: '{{min}}자 이상이어야 합니다.',
    tooFew: '{{min}}개 이상이어야 합니다.',
    tooMany: '최대 {{max}}개입니다.',
  },
}
