import type { backup as EnglishBackup } from '../en/backup'
import type { Translation } from '../translation'

export const backup: Translation<typeof EnglishBackup> = {
  format: '备份格式 {{version}}',
  data: '数据版本 {{version}}',
  damaged: {
    header: '开头被改动',
    content: '内容被改动',
    order: '各部分对不上',
    database: '其数据库未通过 SQLite 自身的检查：{{detail}}',
    keys: '其中有一个私钥打不开',
  },
  restored: '已将站点“{{site}}”按 {{at}} 的状态恢复到 {{folder}}。启动 Chargehand 即可运行。',
  opens:
    '“{{site}}”于 {{at}} 的备份可以打开且完整：充电桩 {{stations}} 台，卡片 {{cards}} 张，充电记录 {{sessions}} 条，文件 {{files}} 个，私钥 {{keys}} 个。',
  noRoom: '在 {{folder}} 中需要 {{needed}} MB，而可用 {{free}} MB',
  notAbsolute: '不是完整路径',
  notAFolder: '不是文件夹',
  noSuchFolder: '本机没有这个文件夹',
  notWritable: '运行 Chargehand 的账户无权写入该处',
  noSuchFile: '没有这个文件',
  ask: '备份的口令短语：',
}
