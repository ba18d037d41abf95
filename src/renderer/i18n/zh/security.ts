import type { Translation } from '@shared/words/translation'
import type { security as EnglishSecurity } from '../en/security'

export const security: Translation<typeof EnglishSecurity> = {
  now: {
    title: '当前连接方式',
    offline: '未连接。',
    ws: '不使用 TLS (ws://)',
    wss: '使用 TLS (wss://)',
    nothing: '没有要求它证明身份：该网络上的任何人都可以自称 {{identity}}。',
    password: '它已用密码证明身份。',
    certificate: '它已用证书证明身份。',
    hasCertificate: '它已接受本站点的证书。使用配置 3 时，它以此证明身份。',
  },
  profile: {
    title: '安全配置 (Security Profile)',
    hint: '这台充电桩必须以何种方式证明身份。其他方式一律拒绝。',
    name: {
      '0': '0 · 无证明',
      '1': '1 · 密码，无 TLS',
      '2': '2 · 密码和 TLS',
      '3': '3 · 证书（双向 TLS）',
    },
    means: {
      '0': '仅凭名称放行，无论是否使用 TLS。只适合他人无法使用的网络。',
      '1': '密码以明文发送，途中任何人都能读到。只适合可信网络。',
      '2': '密码经 TLS 传输。充电桩需要本站点的根证书，或不检查证书。',
      '3': '充电桩出示在这里签发给它、与其序列号绑定的证书。最安全的选择。',
    },
    set: '设为配置 {{profile}}',
    confirm: {
      title: '将 {{identity}} 设为配置 {{profile}}？',
      disconnects: '它现在以另一种方式连接。该连接会断开，之后只能以新方式连接：',
      keeps: '从现在起只能以这种方式连接：',
      change: '请同时更改充电桩自身的设置，否则在您改回配置之前它将无法连接。',
      endsUpgrade:
        '这台充电桩正在升级。此操作会终止升级，而充电桩可能已在切换途中：如果它以另一种方式连接，就会被拒绝。',
      yes: '设为配置 {{profile}}',
    },
    saved: '{{identity}} 从现在起必须符合配置 {{profile}}。',
    'needs-tls': '未作更改：本机没有监听 TLS。',
    'needs-plain': '未作更改：无 TLS 端口已关闭，而配置 1 需要它。可在“设置”中打开。',
    'needs-password': '未作更改：请先为这台充电桩设定密码。',
    'needs-certificate': '未作更改：这台充电桩还没有本站点的证书。它需要先请求证书，由您在“证书请求”中批准。',
    'needs-serial-number': '未作更改：不知道这台充电桩的序列号，而证书要与序列号绑定。',
  },
  password: {
    title: '密码',
    none: '没有密码。',
    set: '已设定，{{when}}',
    next: '已生成新密码，但它尚未使用；在此之前旧密码仍有效。生成于 {{when}}',
    generate: '生成密码',
    rotate: '下发新密码',
    rotateHint: '新密码经连接告知充电桩，无需手工输入。',
    once: {
      title: '{{identity}} 的密码',
      body: '请现在输入到充电桩：之后不会再显示。',
      user: '用户名',
      password: '密码',
      older: '在 OCPP 1.6 中即 AuthorizationKey。充电桩使用新密码之前，旧密码仍有效。',
      done: '我已记下',
    },
    sent: '新密码正在发往 {{identity}}。',
    offline: '{{identity}} 未连接，无法告知新密码。',
    'no-password': '{{identity}} 还没有密码。请在这里生成第一个，并输入到充电桩。',
    'not-possible': '无法经连接告知 {{identity}} 密码。请在这里生成一个，并输入到充电桩。',
    'too-many-open':
      '已向 {{identity}} 发送多个新密码，它一个也没用过。在它重新连接之前这些密码都有效：请先重启它，再发送新密码。',
  },
  calls: {
    title: '已拒绝的连接',
    strangers: '被拒绝的来访者',
    none: '这台充电桩没有连接被拒绝。',
    times_other: '{{count}} 次',
    what: '{{who}} {{what}}。',
    last: '最近 {{when}}',
    from: '来自 {{address}}',
    unnamed: '某来访者',
    forget: '忽略',
    forgetOne: '忽略：{{what}}',
    more_other: '另有 {{count}} 个',
  },
  handshake: {
    open: '双方交互经过',
    label: '按顺序列出的交互内容',
    site: 'Chargehand',
    theCaller: '来访者',
    caller: { charger: '充电桩', device: '设备' },
    step: {
      calls: '连接本机',
      'offers-tls': '提出使用 TLS',
      'agrees-tls': '商定版本和加密套件',
      'shows-site': '出示本站点的证书',
      'trusts-site': '信任该证书',
      'shows-own': '出示自己的证书',
      asks: '说明身份：{{path}}',
      speaks: '说明所用的版本',
      password: '发送用户名和密码',
      admits: '放行',
      'keeps-rules': '遵守权限',
    },
    state: { done: '完成', broke: '在此中断', never: '未到达' },
  },
  refusedDevice: {
    none: '没有出示证书',
    notForThis: '出示了不能用来证明设备身份的证书',
    enrol: '请让它用令牌重新注册（设备）。设备以本站点的证书及其密钥证明身份。',
  },
  refused: {
    'needs-tls': {
      what: '未使用 TLS 连接，但被设为配置 {{profile}}',
      todo: '在充电桩中填写以 wss:// 开头的地址，或在这里设较低的配置。',
    },
    'needs-plain': {
      what: '使用 TLS 连接，但被设为配置 1',
      todo: '如果它经 TLS 发送密码，请在这里设为配置 2。',
    },
    'no-password': {
      what: '没有发送密码，但被设为配置 {{profile}}',
      todo: '把密码输入到充电桩（1.6：AuthorizationKey；2.x：BasicAuthPassword），或在这里生成新密码。',
    },
    'wrong-user': {
      what: '发送了用户名 {{user}}',
      todo: '充电桩中的用户名必须是它的标识，与地址中的一致。',
    },
    'wrong-password': {
      what: '发送了错误的密码',
      todo: '在这里生成新密码并输入到充电桩。如果不是您的充电桩，则有人在猜密码。',
    },
    busy: {
      what: '发送密码时，正在核对的密码过多',
      todo: '它会自动重试。如果持续出现，则有人从该地址猜密码。',
    },
    'no-certificate': {
      what: '没有出示证书，但被设为配置 3',
      todo: '在这里设较低的配置，让它请求证书，然后再设回配置 3。',
    },
    'certificate-untrusted': {
      what: '出示的证书不是本站点签发的 ({{issuer}})',
      todo: '让它请求本站点的证书：设较低的配置，触发请求，在“证书请求”中批准。',
    },
    'certificate-self-signed': {
      what: '出示了自签名证书',
      todo: '多数充电桩出厂时带有这种证书。让它请求本站点的证书：设较低的配置，触发请求，在“证书请求”中批准。',
    },
    'certificate-path': {
      what: '出示的证书由无权签发者签署 ({{issuer}})',
      todo: '充电桩不会误做此事：可能有人想用本站点的证书伪造证书。请查看它从哪里连接。',
    },
    'certificate-of-authority': {
      what: '把证书颁发机构 ({{subject}}) 的证书当作自己的出示',
      todo: '充电桩不会有这种密钥。如果是本站点的 CA，则其密钥已离开本机：请更换它（“证书”页面）。',
    },
    'certificate-not-for-this': {
      what: '出示的证书不能用于证明充电桩的身份',
      todo: '让它请求本站点的证书。',
    },
    'certificate-expired': {
      what: '出示的证书已过期',
      todo: '设较低的配置，让它请求新证书，然后再设回配置 3。',
    },
    'certificate-not-yet': {
      what: '出示的证书尚未生效',
      todo: '请检查本机的时钟。',
    },
    'certificate-unknown': {
      what: '出示的证书不在本站点的记录中（序列号 {{serialNumber}}）',
      todo: '是否恢复过备份？让它请求新证书。',
    },
    'certificate-revoked': {
      what: '出示的证书已被吊销',
      todo: '如果要让它恢复连接，请设较低的配置，让它请求新证书。',
    },
    'certificate-of-device': {
      what: '出示了设备 {{device}} 的证书',
      todo: '充电桩需要自己的证书。如果不是您的设备，则其密钥被复制：请吊销该设备。',
    },
    'certificate-other-station': {
      what: '出示了签发给 {{other}} 的证书',
      todo: '检查充电桩中的标识。如果无误，则有人复制了密钥：请吊销该证书。',
    },
    'certificate-other-serial': {
      what: '出示的证书属于序列号 {{shown}}，而这台充电桩登记为 {{recorded}}',
      todo: '是否更换过硬件？在这里更正序列号，或让它请求新证书。',
    },
    'certificate-other-owner': {
      what: '出示了 {{subject}} 的证书',
      todo: '让它以本站点的名义请求新证书。',
    },
    'no-serial-number': {
      what: '出示的证书属于序列号 {{shown}}，而这里不知道它的序列号',
      todo: '在“基本信息”中填写它的序列号。',
    },
    'certificate-of-station': {
      what: '用充电桩 {{station}} 的证书连接消息代理',
      todo: '设备需要自己的证书：请在“设备”页面为它办理。如果不是您的设备，则充电桩的密钥被复制：请吊销该证书。',
    },
    'device-deleted': {
      what: '出示了证书，但已不再为它服务',
      todo: '如果要让它回来，请让它重新注册。',
    },
    'other-client-id': {
      what: '以客户端 ID {{shown}} 连接',
      todo: '把它的客户端 ID 设为 {{own}}，或在其策略中加入另一个（“设备”页面）。',
    },
    'no-client-id': {
      what: '没有客户端 ID，却要求持久会话',
      todo: '在设备中设定客户端 ID，或让它以 clean session 开始。',
    },
    'mqtt-version': {
      what: '使用 MQTT {{version}}',
      todo: '把设备设为 MQTT 3.1.1。',
    },
    'will-not-allowed': {
      what: '把无权发布的主题 {{topic}} 用作遗嘱',
      todo: '在其策略中允许该主题（“设备”页面），或在设备中设定别的主题。',
    },
    'publish-not-allowed': {
      what: '向无权发布的主题 {{topic}} 发布了消息',
      todo: '在其策略中允许该主题（“设备”页面），或在设备中设定别的主题。',
    },
    'subscribe-not-allowed': {
      what: '订阅了无权读取的 {{topic}}',
      todo: '在其策略中允许该筛选器（“设备”页面），或在设备中设定范围更小的。',
    },
    'too-large': {
      what: '发送了 {{bytes}} 字节的数据包，上限为 {{most}}',
      todo: '让设备发送更小的消息。',
    },
    'too-slow': {
      what: '没有读取发给它的内容（积压 {{bytes}} 字节）',
      todo: '让它少订阅一些，或检查它的网络。',
    },
    'too-many-retained': {
      what: '在过多主题上保留了消息',
      todo: '让设备少保留一些，或发布空的保留消息来清除主题。',
    },
    'too-many-subscriptions': {
      what: '订阅的筛选器超过 {{most}} 个',
      todo: '让它使用策略允许的通配符。',
    },
    'connect-late': {
      what: '连接了消息代理，却什么也没发',
      todo: '检查它是否使用 MQTT。端口扫描也会如此。',
    },
    'mqtt-broken': {
      what: '发送的内容不是 MQTT ({{problem}})',
      todo: '检查设备在此端口上是否使用 MQTT 3.1.1。',
    },
    'no-identity': {
      what: '连接了 {{path}}，其中没有标识',
      todo: '在地址末尾加上充电桩的标识，例如 {{path}}CP_1。',
    },
    'bad-identity': {
      what: '连接了 {{path}}，这不能作为标识',
      todo: '在充电桩中使用最多 48 个字母、数字和 - _ .，不含冒号。',
    },
    'no-protocol': {
      what: '没有提出 OCPP 版本',
      todo: '把充电桩切换为基于 WebSocket 的 OCPP (JSON)。不支持 SOAP。',
    },
    'other-protocol': {
      what: '只提出 {{offered}}',
      todo: '把充电桩设为 OCPP 1.6 (JSON)、2.0.1 或 2.1，或更新其固件。',
    },
    'refused-station': {
      what: '已被您拒绝，又再次连接',
      todo: '如果要让它进来，请接纳该充电桩。',
    },
    'too-many-waiting': {
      what: '身份未知，而等待中的未知充电桩已太多',
      todo: '拒绝或接纳等待中的充电桩，或手工添加这一台。',
    },
    'too-many-connections': {
      what: '连接时连接数已过多',
      todo: '查看还有什么从 {{address}} 连接。',
    },
    'tls-none': {
      what: '在 TLS 端口上没有使用 TLS',
      todo: '在充电桩中填写以 wss:// 开头的地址，或使用无 TLS 的端口。',
    },
    'tls-version': {
      what: '只支持 TLS 1.0 或 1.1',
      todo: '更新其固件。在此之前，OCPP 1.6 的充电桩可用旧充电桩模式（“设置”），其他的只能不用 TLS (ws://)，且仅限可信网络。',
    },
    'tls-too-old': {
      what: '以 {{version}} 连接，而其 OCPP 版本不允许',
      todo: '只有 OCPP 1.6 可用旧充电桩模式：更新其固件，或设为 OCPP 1.6。',
    },
    'tls-suite': {
      what: '只支持已不安全的加密方式 ({{problem}})',
      todo: '更新其固件。在此之前可以不用 TLS (ws://) 连接，仅限可信网络。',
    },
    'tls-alpn': {
      what: '在 TLS 中请求的不是 WebSocket (ALPN)',
      todo: '把充电桩设为基于 WebSocket 的 OCPP (JSON)。',
    },
    'tls-not-trusted': {
      what: '不信任本机的证书 ({{problem}})',
      todo: '在充电桩上安装本站点的根证书（“证书”页面），并检查它的时钟和地址。',
    },
    'tls-broken-off': {
      what: '在 TLS 握手中断开',
      todo: '多半是不信任本机：在充电桩上安装本站点的根证书，并检查它的时钟。',
    },
    'tls-late': {
      what: '连接后什么也没发',
      todo: '检查它是否设为 wss://。端口扫描也会如此。',
    },
    'tls-other': {
      what: 'TLS 握手失败 ({{problem}})',
      todo: '更新其固件，或凭此提示询问制造商。',
    },
  },
}
