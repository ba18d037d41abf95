import type { Translation } from '@shared/words/translation'
import type { forms as EnglishForms } from '../en/forms'

export const forms: Translation<typeof EnglishForms> = {
  optional: '{{label}}（可选）',
  notSaid: '未填',
  yes: '是',
  no: '否',
  seconds: 's',
  json: '任意值，以 JSON 填写。',
  jsonObject: '以 JSON 填写，例如 {"vendorId": "com.example"}。',
  add: '添加“{{part}}”',
  addOne: '添加到“{{list}}”',
  remove: '移除“{{part}}”',
  entry: '{{list}} {{number}}',
  range: {
    between: '{{min}} 至 {{max}}。',
    atMost: '不大于 {{max}}。',
    atLeast: '不小于 {{min}}。',
  },
  moment: {
    date: '年-月-日',
    'date-time': '年-月-日 时:分',
    time: '时:分',
    problem: '请按“{{form}}”的格式填写。',
  },
  problem: {
    required: '必须填写。',
    notANumber: '这不是数字。',
    notWhole: '必须是整数。',
    notATime: '这不是带时间的日期。',
    notJson: '无法作为 JSON 读取。',
    notAnObject: '必须是 JSON 对象，写在花括号中。',
    conflict: '与其他字段不相容：请查看提示。',
    notAllowed: '写法不符合要求。',
    tooSmall: '不小于 {{min}}。',
    tooLarge: '不大于 {{max}}。',
    tooFine: '只能以 {{step}} 为步长。',
    tooLong: '最多 {{max}} 个字符；现有 {{length}} 个。',
    tooShort: '至少 {{min}} 个字符。',
    tooFew: '至少 {{min}} 个。',
    tooMany: '最多 {{max}} 个。',
  },
}
