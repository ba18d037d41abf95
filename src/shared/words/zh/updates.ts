import type { updates as EnglishUpdates } from '../en/updates'
import type { Translation } from '../translation'

export const updates: Translation<typeof EnglishUpdates> = {
  refused: {
    noKey: '此 Chargehand 构建时没有发布密钥，无法分辨更新的真假，因此不接受任何更新。请用下一版本的安装程序安装。',
    demo: '这是不保留任何数据的演示。要更新，请不带 --demo 启动 Chargehand。',
    notSigned: '这不是经过签名的更新说明。请选择随每个安装程序提供的小文件“{{name}}”。',
    otherKey: '此更新由他人签名：没有一个签名来自本程序认识的密钥。请从获取本程序的地方取得更新。',
    badSignature: '签名不符：此更新的说明在签名之后被改动。请从获取本程序的地方重新取得。',
    otherProduct: '此更新属于另一个程序 {{product}}。',
    otherSystem: '此更新适用于 {{found}}，而本机是 {{here}}。请取得适用于 {{here}} 的更新。',
    otherPackage: '此更新的类型是 {{found}}，而 Chargehand 在本机以 {{here}} 方式安装。请取得相同类型的更新。',
    sameVersion: '这是正在运行的版本 {{version}}。',
    older: '这是版本 {{found}}，比正在运行的 {{here}} 更旧。退回旧版本后将无法读取数据。',
    otherSize: '文件有 {{found}} 字节，而经过签名的文件有 {{wanted}} 字节。它不完整或不是同一个文件：请重新复制。',
    damaged: '文件已损坏，或不是经过签名的那个。请重新复制或重新取得。',
    noRoom: '文件需要数据文件夹中有 {{needed}} MB，而那里只剩 {{free}} MB。',
    busy: '此刻正在获取或安装更新。请等它结束，或将其取消。',
    gone: '检查过的文件已不存在，或之后被改动。请重新选择。',
    notReplaced: '无法替换程序文件（{{reason}}）。没有任何改动。请改为输入命令。',
  },
  feed: {
    badAddress: '请输入以 https:// 开头的地址，或文件夹的完整路径。',
    unreachable: '无法访问更新来源（{{reason}}）。明天会再试；其他功能不受影响。',
    nothingThere: '此地址没有文件“{{name}}”。',
    tooLarge: '那里的“{{name}}”太大，不会是更新说明。',
  },
}
