import type { transfers as EnglishTransfers } from '../en/transfers'
import type { Translation } from '../translation'

export const transfers: Translation<typeof EnglishTransfers> = {
  received: '{{name}} 已到达（{{size}} 字节）',
  fetched: '充电桩已从这里取走整个文件',
  failed: {
    empty: '充电桩发来空文件，未保存',
    'too-large': '充电桩发来的文件超过允许的大小，未保存',
    'no-room': '本机磁盘空间不足，文件未保存',
    'broken-off': '文件传输中断，未保存；充电桩可以重新发送',
    'not-stored': '文件无法写入本机磁盘；充电桩可以重新发送',
  },
}
