import type { reasons as EnglishReasons } from '../en/reasons'
import type { Translation } from '../translation'

export const reasons: Translation<typeof EnglishReasons> = {
  unwritable: {
    full: { reason: '磁盘已满', remedy: '请释放一些空间' },
    rights: { reason: '此账户无权写入', remedy: '请授予此账户写入权限' },
    readOnly: { reason: '它是只读的', remedy: '请使磁盘或文件可写' },
    failing: { reason: '系统拒绝 ({{detail}})', remedy: '请检查磁盘' },
  },
  foreignDatabase: '它属于其他程序',
  authorityEnded: '签发 CA 的证书已过期，本站点无法生成服务器证书。',
  log: { closed: '它已关闭', off: '它已停用', ended: '它已结束' },
  notInterpreted: '无法录入充电台账',
}
