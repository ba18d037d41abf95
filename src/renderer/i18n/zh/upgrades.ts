import type { Translation } from '@shared/words/translation'
import type { upgrades as EnglishUpgrades } from '../en/upgrades'

export const upgrades: Translation<typeof EnglishUpgrades> = {
  title: '升级到更高的安全配置',
  hint: 'Chargehand 逐步更改充电桩自身的设置，并检查每一步。在充电桩以新方式连回之前，旧方式同样放行，一切都可撤回。',
  most: '这台充电桩已以最安全的方式证明身份。',
  target: {
    label: '配置',
    '1': '1 · 密码，无 TLS',
    '2': '2 · 密码和 TLS',
    '3': '3 · 证书（双向 TLS）',
  },
  network: {
    label: '网络接口',
    usual: '默认',
    hint: '仅用于 OCPP 2 的充电桩：充电桩连接 Chargehand 所用的接口。“默认”指第一个有线接口 (Wired0)。',
  },
  begin: '开始升级到配置 {{profile}}',
  restarts_other: '充电桩会在无人充电时重启 {{count}} 次。',
  reconnects_other: '充电桩会重新连接 {{count}} 次。',
  needsApproval: '配置 3 需要充电桩请求证书，由您在“证书请求”中批准。',
  started: '{{identity}} 已开始升级到配置 {{profile}}。',
  refusal: {
    'under-way': '{{identity}} 正在升级。',
    'has-it': '{{identity}} 已采用该配置或更高的配置。',
    'not-admitted': '{{identity}} 尚未接纳。',
    'never-connected': '{{identity}} 从未连接过，不知道它的 OCPP 版本。',
    'no-tls-port': '本机没有监听 TLS。请先在“设置”中打开该端口。',
    'no-plain-port': '无 TLS 端口已关闭，而配置 1 用于无 TLS 的连接。请将 {{identity}} 升级到配置 2。',
    'comes-with-tls': '{{identity}} 已使用 TLS 连接，而配置 1 用于无 TLS 的连接。请将它升级到配置 2。',
    'no-serial-number': '不知道 {{identity}} 的序列号，而证书要与它绑定。请在“基本信息”中填写。',
  },
  state: {
    running: '正从配置 {{from}} 升级到配置 {{to}}，{{when}}',
    'rolling-back': '正在撤回升级到配置 {{to}}，{{when}}',
    done: '已升级到配置 {{to}}，{{when}}',
    'rolled-back': '升级已撤回：采用配置 {{profile}}，{{when}}',
    replaced: '升级已终止：手工设定了配置，{{when}}',
  },
  letIn: {
    both: '以配置 {{profile}} 和配置 {{coming}} 连接均放行。',
    one: '只放行以配置 {{profile}} 的连接。',
  },
  leg: '升到配置 {{profile}}',
  stepState: {
    todo: '待办',
    now: '进行中',
    stuck: '需要您处理',
    done: '完成',
    'by-hand': '手工完成',
  },
  step: {
    'tls-port': {
      title: '本机可用 TLS 访问',
      why: '本机必须针对充电桩所用的地址出示证书。',
    },
    root: {
      title: '充电桩上的根证书',
      why: '充电桩据此确认对方就是本机，而不是别人。',
    },
    organisation: {
      title: '充电桩上的组织名称',
      why: '充电桩会把它写入证书请求。',
    },
    password: {
      title: '充电桩上的密码',
      why: '生成新密码并告知充电桩，无需手工输入。',
    },
    certificate: {
      title: '充电桩上的证书',
      why: '充电桩生成密钥并请求证书，您批准，充电桩检查后采用。',
    },
    address: {
      title: '充电桩上的 TLS 地址',
      why: 'OCPP 1.6 没有规定地址的设置。多数充电桩有自己的设置项，程序会查找它。',
    },
    'network-profile': {
      title: '充电桩上的新网络配置',
      why: '地址和安全配置写入空闲位置，充电桩目前使用的保持不变。',
    },
    priority: {
      title: '优先使用新网络配置',
      why: '充电桩先尝试新的，失败时退回旧的。',
    },
    restart: {
      title: '重启',
      why: '充电桩在无人充电时重启，之后使用新网络配置。',
    },
    'security-profile': {
      title: '充电桩上的新安全配置',
      why: '充电桩立即重新连接。此后无法通过 OCPP 改回较低的配置。',
    },
    return: {
      title: '以配置 {{profile}} 连回',
      why: '一旦以新方式连回，所有较低的配置都会被拒绝。',
    },
    undo: {
      title: '撤回',
      why: '把旧设置告知充电桩；在确定它使用哪种方式之前，两种方式都放行。',
    },
  },
  waits: {
    turn: '等待轮到它：同时只升级几台充电桩。',
    offline: '等待充电桩连接。',
    ready: '充电桩已连接，等待它上报。',
    answer: '等待充电桩应答。',
    request: '等待充电桩的证书请求。',
    approval: '充电桩的证书请求待您处理。',
    delivery: '证书正在发往充电桩。',
    idle: '充电结束后，充电桩重启。',
    return: '等待充电桩连回。',
  },
  problem: {
    'no-tls-port': {
      what: '本机没有监听 TLS。',
      todo: '请在“设置”中打开 TLS 端口。',
    },
    'comes-with-tls': {
      what: '充电桩已使用 TLS 连接，而配置 1 用于无 TLS 的连接。',
      todo: '请撤回，改为升级到配置 2。',
    },
    'tls-not-reachable': {
      what: '尝试 {{url}} 失败 ({{told}})。',
      todo: '其中的名称或地址必须是本机的（“设置”），中间不能有防火墙。如果充电桩的访问路径本机无法尝试，请说明。',
    },
    refused: {
      what: '充电桩拒绝 ({{told}})。',
      todo: '它的日志或手册可能说明原因。请重试，或直接在充电桩上操作并在这里说明。',
    },
    unsupported: {
      what: '无法通过 OCPP 告知充电桩 ({{told}})。',
      todo: '请用制造商的工具直接在充电桩上操作，并在这里说明。',
    },
    'no-answer': {
      what: '充电桩多次没有应答。',
      todo: '请查看它是否正常，然后重试。',
    },
    'not-possible': {
      what: '无法发送 ({{told}})。',
      todo: '请稍后重试，或直接在充电桩上操作并在这里说明。',
    },
    'root-not-listed': {
      what: '充电桩接受了根证书，但没有列出它。',
      todo: '有些充电桩重启后才会列出：请重启后重试。如果您确定它已存在，请在这里说明。',
    },
    'no-address-key': {
      what: '充电桩没有存放其地址的设置项，或有多个。',
      todo: '请在充电桩上把地址设为 {{url}} 并在这里说明。如果它会自动把 ws 改为 wss，也请说明。',
    },
    'no-request': {
      what: '充电桩没有请求证书。',
      todo: '它的日志可能说明原因。请重试。',
    },
    'request-rejected': {
      what: '它的证书请求被驳回。',
      todo: '请在“证书请求”中重新打开，或重试：它会重新请求。',
    },
    'certificate-refused': {
      what: '充电桩拒绝了证书 ({{told}})。',
      todo: '常见原因是证书链太长，或时钟不准。请修正后重试。',
    },
    'no-slot': {
      what: '充电桩除正在使用的以外，没有其他网络配置的位置。',
      todo: '请在充电桩上设定地址和配置，并在这里说明。',
    },
    'priority-unknown': {
      what: '充电桩没有说明使用哪个网络配置。',
      todo: '请在充电桩上设定地址和配置，并在这里说明。',
    },
    'came-back-old': {
      what: '充电桩以旧方式连回：新方式没有成功。',
      todo: '没有任何限制生效。原因可能在“已拒绝的连接”中。请修正后重试，或撤回。',
    },
    'not-back': {
      what: '充电桩尚未连回。',
      todo: '旧方式和新方式均放行。请检查电源和网络，并查看“已拒绝的连接”。如果它自己无法连回，请在充电桩上设定 {{url}}。',
    },
    'not-gone': {
      what: '充电桩接受了设置，但仍保持原来的连接。',
      todo: '请重启充电桩，或重试。',
    },
  },
  action: {
    retry: '重试',
    doneByHand: '我已在充电桩上完成',
    reachable: '充电桩仍可访问',
    rollBack: '撤回',
    request: '打开请求',
    several: '升级多台充电桩',
  },
  outcome: {
    'nothing-to-do': '期间它已有进展。',
    'too-late': '期间它已以新配置连回，无法撤回。',
  },
  steps: '步骤',
  page: {
    title: '安全配置',
    hint: '各充电桩必须以何种方式证明身份。选择若干台升级到更高的配置；同时进行几台，其余等待轮到。',
    begin_zero: '选择要升级的充电桩',
    begin_other: '升级 {{count}} 台充电桩',
    begun_other: '{{count}} 台充电桩已开始升级。',
    none: '还没有接纳充电桩',
    noneBody: '接纳的充电桩会显示在这里。',
    choose: '选择 {{identity}}',
    chooseAll: '选择所有可升级的',
    underWay_other: '{{count}} 台进行中',
    stuck_other: '{{count}} 台需要您处理',
    columns: { station: '充电桩', connection: '状态', profile: '配置', way: '升级' },
    progress: '{{done}} / {{all}} 步',
  },
}
