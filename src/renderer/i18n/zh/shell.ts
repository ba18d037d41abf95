import type { Translation } from '@shared/words/translation'
import type { shell as EnglishShell } from '../en/shell'

export const shell: Translation<typeof EnglishShell> = {
  skip: '跳到内容',
  navigation: '主导航',
  collapse: '收起导航',
  expand: '展开导航',
  pages: {
    overview: '概览',
    stations: '充电桩',
    sessions: '充电记录',
    reports: '报表',
    cards: '卡片',
    requests: '证书请求',
    certificates: '证书',
    devices: '设备',
    files: '文件',
    events: '事件',
    log: '日志',
    settings: '设置',
  },
  waiting: {
    stations_other: '{{count}} 台充电桩等待',
    cards_other: '{{count}} 张未知卡片',
    requests_other: '{{count}} 个请求等待',
  },
  strip: {
    search: '搜索',
    label: '站点状态',
    listening: '正在监听 {{address}}',
    addresses: '供充电桩使用的地址',
    addressesHint: '请把其中一个输入到充电桩，末尾加上它自己的名称（例如 CP_1）。',
    noTls: '没有 TLS 地址 (wss://)：{{reason}}',
    notListening: '没有监听：充电桩无法连接',
    notListeningHint:
      '无 TLS 端口已关闭（“设置”中的“充电桩如何连接本机”），TLS 端口也未能打开。请打开前者，或解决后者的问题并重新启动 Chargehand。',
    noAddress: '没有网络地址：充电桩无法连接',
    connected_other: '已连接 {{connected}} / {{count}} 台充电桩',
    noStations: '尚未接纳充电桩',
    demo: '演示',
    demoHint: '这里的一切都存放在临时文件夹中。',
    address: '地址',
  },
  theme: {
    label: '主题',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  language: '语言',
  link: {
    connecting: '正在连接服务器…',
    lost: '与 Chargehand 的连接已于 {{when}} 断开。此画面显示最后已知的状态，会自动重新连接。',
    lockedOut:
      'Chargehand 已不认识此浏览器：它重新启动过，或您离开了一周。请打开它输出的链接，或其数据文件夹中“console-link.txt”文件里的链接；此画面会自动继续。',
    tryNow: '立即重试',
    never: '服务器没有应答',
    neverBody: '此控制台无法连接 Chargehand。如果它重新启动过，请打开它新输出的链接；否则请稍等，会不断重试。',
  },
  arrivals: {
    station: '{{identity}} 想要加入。',
    card: '未知卡片 {{token}} 出现在 {{station}}。',
    request: '{{station}} 发来证书请求。',
  },
  roles: {
    viewer: '查看者',
    operator: '操作员',
    officer: '证书管理员',
    administrator: '管理员',
  },
  operatorMenu: {
    label: '{{name}}，{{role}}',
    secret: '我的 PIN 或密码',
    lock: '锁定',
  },
}
