import type { Translation } from '@shared/words/translation'
import type { firstSteps as EnglishFirstSteps } from '../en/firstSteps'

export const firstSteps: Translation<typeof EnglishFirstSteps> = {
  title: '入门步骤',
  about: '从空站点到第一次充电和备份。完成的步骤会自动识别；可随时离开，之后从原处继续。',
  over: '全部完成。此页面保留在这里，以便您连接其他品牌的充电桩。',
  later: '以后继续',
  numbered: '{{number}}. {{title}}',
  done: '完成',
  line: {
    title: '入门步骤：已完成 {{done}} / {{all}}',
    next: '下一步：{{step}}',
    go: '继续',
    putAway: '收起',
  },
  call: {
    title: '让充电桩连接',
    noAddress: '本机没有可供充电桩访问的网络地址。请把它接入充电桩的网络，地址随后会显示在这里。',
    which: '本机在充电桩的网络中是哪个地址？',
    identity: '充电桩的名称',
    identityHint: '即它的标识：字母、数字、- 和 _，每台充电桩不同。',
    brand: '品牌',
    brandHint: '各制造商的设置位置。其程序可能变化。',
    otherBrand: '其他品牌',
    qr: '{{address}} 的二维码',
    address: '地址',
    where: '请把它输入到充电桩设置中的中央系统、后台或 OCPP 服务器一栏：',
    whereAt: '{{tool}}，“{{field}}”一栏：',
    ownField: '并把它输入到“{{field}}”一栏：',
    serialNumber: '充电桩会自动在末尾加上序列号，那就是它的名称。',
    apart: '有些充电桩将地址与名称分两栏填写，此时地址中请去掉名称。请选择 OCPP 1.6 JSON 或 2.0.1。',
    nobody: '还没有充电桩连接。连接后会自动显示在这里。',
    check: '如果没有：它与本机在同一网络吗？更改后重启过吗？本机的防火墙放行该端口吗？',
  },
  admit: {
    title: '接纳充电桩',
    text: '请把它报告的信息与铭牌核对。您接纳之后才为它服务。',
    refused: '连接过的充电桩都已被拒绝。请在“充电桩”页面接纳一台。',
    stations: '打开充电桩',
  },
  card: {
    title: '登记第一张卡片',
    text: '在充电桩上刷卡：它会作为未知卡片显示在这里，并带有按钮。也可用本机的 USB 读卡器。',
    type: '输入卡号',
  },
  session: {
    title: '第一次充电',
    text: '插上车，在充电桩上刷已登记的卡。一两秒内，充电就会显示在概览中。',
    watch: '查看概览',
  },
  backup: {
    title: '做一次备份',
    text: '一个加密文件包含整个站点及其密钥。最好每日备份到其他磁盘的文件夹。',
    open: '打开备份',
  },
}
