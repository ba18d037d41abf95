import type { options as EnglishOptions } from '../en/options'
import type { Translation } from '../translation'

export const options: Translation<typeof EnglishOptions> = {
  help: {
    usage: '用法：{{command}} [选项]',
    about: '单个站点充电桩的中央系统及其控制台。命令行优先于环境变量。',
    fallback: '默认：{{value}}。',
    variable: '也可用 {{name}}。',
  },
  option: {
    data: {
      sentence: '存放数据库、密钥和日志的文件夹。',
      fallback: '此账户的文件夹',
    },
    bind: {
      sentence: '监听充电桩的网络地址。',
      fallback: '0.0.0.0，本机的所有网络',
    },
    'ocpp-port': {
      sentence: '充电桩不用 TLS (ws://) 的端口；0 取任意空闲端口。',
      fallback: '{{port}}',
    },
    'tls-port': {
      sentence: '充电桩使用 TLS (wss://) 的端口；0 取任意空闲端口。',
      fallback: '{{port}}，使用 --ocpp-port 0 时为任意空闲端口',
    },
    'mqtt-port': {
      sentence: '专用于 MQTT over TLS 的端口，例如 8883，供无法用 ALPN 请求它的设备使用；0 取任意空闲端口。',
      fallback: '无，设备使用 TLS 端口',
    },
    'home-assistant': {
      sentence: '通过 MQTT 向 Home Assistant 公布充电桩，使其自动出现。',
    },
    'pki-url': {
      sentence:
        '无 TLS 端口的地址，例如 http://192.0.2.10:9000，写入新的充电桩证书，说明在哪里检查其状态（CRL、OCSP）。',
      fallback: '无，证书中不写地址',
    },
    'web-port': {
      sentence: '供本机浏览器 (127.0.0.1) 使用的控制台端口；0 取任意空闲端口。',
      fallback: '使用 --headless 时为 {{port}}，否则无',
    },
    'api-port': {
      sentence: '供脚本使用的端口（自动化 API）；0 取任意空闲端口。',
      fallback: '以设置页面为准，最初没有；使用 --demo 时为任意空闲端口',
    },
    'api-bind': {
      sentence: '脚本端口的网络地址。除本机自身地址外一律使用 TLS。',
      fallback: '127.0.0.1，本机上的脚本',
    },
    metrics: {
      sentence: '在浏览器控制台的 /metrics 向 Prometheus 提供指标，供本机程序无需登录即可读取。',
    },
    headless: {
      sentence: '不打开窗口，改由浏览器访问控制台。',
    },
    demo: {
      sentence: '使用临时数据文件夹和三台虚拟充电桩。不保存任何内容。',
    },
    json: {
      sentence: '以 JSON 输出就绪信息。',
    },
    'passphrase-file': {
      sentence: '首行为保护私钥的口令短语的文件。CHARGEHAND_PASSPHRASE 直接给出口令短语。',
      fallback: '密钥由系统或密钥文件保护',
    },
    restore: {
      sentence: '把此备份的站点恢复到尚无站点的数据文件夹，然后结束。',
    },
    'check-backup': {
      sentence: '验证此备份能打开，说明其内容，然后结束。不触及任何站点。',
    },
    'backup-passphrase-file': {
      sentence: '首行为备份口令短语的文件。CHARGEHAND_BACKUP_PASSPHRASE 直接给出口令短语。',
      fallback: '在终端中询问',
    },
    'recover-administrator': {
      sentence: '把此操作员设为管理员并生成新密码，输出后结束。Chargehand 不能正在运行。',
    },
    help: {
      sentence: '输出本说明，然后结束。',
    },
    version: {
      sentence: '输出版本，然后结束。',
    },
  },
  recovered: '{{name}} 已成为管理员。密码：{{password}}（登录后请更改）',
  problem: {
    noOperators: '没有可找的人：没有操作员，也无需登录。',
    noOperator: '没有这个人。操作员有：{{names}}。',
    unknown: '不是有效选项。',
    unknownNear: '不是有效选项。是否指 --{{name}}？',
    twice: '给出了两次。',
    takesNoValue: '不带值。',
    needsValue: '需要一个值 ({{value}})。',
    notYesOrNo: '“{{given}}”既不是 1 也不是 0。',
    noPort: '“{{given}}”不是端口号（0 至 65535）。',
    noAddress: '“{{given}}”不是网络地址，例如 192.0.2.10、:: 或 0.0.0.0。',
    noHttpOrigin: '“{{given}}”不是 http://192.0.2.10:9000 这样的地址，后面不能有其他内容。',
    passphraseTwice: '请只给出文件或 {{variable}} 之一，不要两者都给。',
    demoFolder: '使用自己的临时文件夹；请去掉 --data 和 CHARGEHAND_DATA。',
    folderNotMade: '无法创建文件夹 {{folder}} ({{reason}})。',
    notTogether: '不能与 {{other}} 一起使用。',
    passphraseMissing: '需要口令短语，而这里无法询问。',
    passphraseUnreadable: '无法读取文件 {{file}}。',
    passphraseEmpty: '{{file}} 的首行为空。',
  },
}
