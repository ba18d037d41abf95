import type { Translation } from '@shared/words/translation'
import type { approvers as EnglishApprovers } from '../en/approvers'

export const approvers: Translation<typeof EnglishApprovers> = {
  title: '两人批准证书',
  text: '设了第二审批人后，除控制台前的人以外，还须由下列人员之一用自己的口令短语确认，才会签发。期间规则不批准任何请求。这可防止一人在屏幕前独自批准，但挡不住能改动本机文件的人。',
  isOn: '需要两人批准。',
  isOff: '一人即可批准。在这里添加一人后需要两人。',
  confirmFirst: '这里的任何更改都须由列表中的一人确认：',
  list: '确认人',
  name: '第二审批人姓名',
  nameHint: '记入其确认的每一项变更记录。请选平时坐在这里的人以外的另一人。',
  nameMissing: '请填写姓名。',
  passphrase: '第二审批人的口令短语',
  passphraseHint: '至少 {{min}} 个字符，由其本人输入。加盐哈希后保存，无人能够读出。',
  repeat: '再输入一次',
  repeatWrong: '两次输入不一致。',
  add: '添加第二审批人',
  added: '从现在起 {{name}} 可以确认批准；需要两人批准。',
  remove: '移除 {{name}}',
  removeLast: '移除 {{name}}：恢复一人批准',
  removed: '第二审批人已移除。',
  operators: {
    text: '须由两位证书管理员（或管理员）批准才会签发：第二位在第一位旁边输入 PIN 或密码，或自己登录后批准。期间规则不批准任何请求，操作员的每项更改也须由其他人之一确认。这可防止一人在屏幕前独自批准，但挡不住能改动本机文件的人。',
    could: '除您以外，可作第二审批人的有：{{names}}。',
    nobodyElse: '除您以外没有人能批准。请先将另一位操作员设为证书管理员。',
    wanted: '需要两人批准',
    confirmOff: '关闭须由其他人之一确认：',
  },
  refused: {
    'operators-instead': '现在由操作员登录控制台：他们就是第二审批人。',
    'name-taken': '列表中已有同名的人。',
    'too-many': '人数已达上限。请先移除一人。',
  },
}
