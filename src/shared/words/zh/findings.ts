import type { findings as EnglishFindings } from '../en/findings'
import type { Translation } from '../translation'

export const findings: Translation<typeof EnglishFindings> = {
  'possession-proven': {
    title: '发送方拥有它为之请求证书的密钥。',
    why: '请求由该密钥的私密部分签名，因此不是他人代发的。',
  },
  'possession-not-proven': {
    title: '发送方没有证明它拥有该密钥。',
    why: '请求的签名与其密钥不符。请求在途中被改动，或有人为别人的密钥请求证书。请让充电桩重新发起请求。',
  },
  'key-strong': {
    title: '密钥强度足够：{{key}}。',
    why: '以目前已知的手段无法猜出这类密钥。',
  },
  'key-too-small': {
    title: '密钥太弱：RSA {{bits}} 位。',
    why: '低于 {{smallest}} 位的密钥可被破解，届时任何人都能冒充这台充电桩。请在充电桩中设更强的密钥，或更新其固件。',
  },
  'key-too-large': {
    title: '密钥太大：RSA {{bits}} 位。',
    why: '超过 {{largest}} 位并不更安全，只会拖慢每次连接。请在充电桩中设较小的密钥。',
  },
  'key-weak-exponent': {
    title: 'RSA 密钥的生成方式不安全（公开指数 {{exponent}}）。',
    why: '这样生成的密钥曾被破解。请更新充电桩的固件，使其生成正常的密钥。',
  },
  'key-small-factor': {
    title: 'RSA 密钥不是真正的密钥：任何人都能算出它的私密部分。',
    why: '它的模数可被小数整除，正常生成的密钥不会如此。请更新固件，并让它生成新密钥。',
  },
  'key-roca': {
    title: 'RSA 密钥由已知会生成弱密钥的芯片产生 (ROCA)。',
    why: '这类密钥的私密部分可由公开部分算出。请向制造商索取新固件，在此之前选用椭圆曲线密钥。',
  },
  'key-curve-not-allowed': {
    title: '此处不接受这种密钥：椭圆曲线 {{curve}}。',
    why: '这类证书只接受 {{allowed}}：使用其他密钥时，有些充电桩或车辆无法连接。请在请求方的设置中选用其中之一。',
  },
  'key-kind-not-allowed': {
    title: '此处不接受这种密钥：{{kind}}。',
    why: '这类证书只接受 {{allowed}}。请在请求方的设置中选用其中之一。',
  },
  'signature-old-hash': {
    title: '请求使用过时的签名方式 ({{algorithm}})。',
    why: '这不会削弱证书，证书以当前方式签发。但说明充电桩的固件较旧。',
  },
  'signature-broken-hash': {
    title: '请求的签名方式已不能证明任何事 ({{algorithm}})。',
    why: '这种签名可以伪造。请先更新充电桩的固件，再给它证书。',
  },
  'signature-unknown': {
    title: '这里无法检查请求的签名方式 ({{algorithm}})。',
    why: '不检查就无法知道发送方是否拥有该密钥。请在充电桩中选用椭圆曲线（P-256、P-384）或 RSA 密钥。',
  },
  'cn-matches': {
    title: '请求中的名称就是这台充电桩的序列号 {{serialNumber}}。',
    why: '系统凭证书中的序列号识别充电桩。',
  },
  'cn-differs': {
    title: '请求中的名称是“{{found}}”，而这台充电桩的序列号是“{{serialNumber}}”。',
    why: '证书将写入“{{serialNumber}}”。要么充电桩设了别的名称，要么请求来自另一台充电桩。批准前请核对铭牌；充电桩可能拒绝它没有请求的名称。',
  },
  'cn-missing': {
    title: '请求没有说明是哪台充电桩的。',
    why: '证书将写入这台充电桩启动时报告的序列号“{{serialNumber}}”。充电桩可能拒绝它没有请求的名称。',
  },
  'cn-several': {
    title: '请求中有多台充电桩的名称：{{found}}。',
    why: '一张证书只对应一台充电桩，只会写入“{{serialNumber}}”。批准前请查明它为何请求更多。',
  },
  'serial-number-unknown': {
    title: '{{identity}} 从未报告过序列号。',
    why: '证书要写入序列号，没有它就无法签发。请重启充电桩：它启动时会报告序列号。如果仍没有，请在充电桩自身的设置中填写。',
  },
  'serial-number-unusable': {
    title: '{{identity}} 的序列号不能写入证书：“{{serialNumber}}”。',
    why: '它为空、超过 64 个字符或含有不可见字符。请在充电桩自身的设置中更正，并重启充电桩。',
  },
  'organisation-matches': {
    title: '请求中的组织就是您的组织 {{organisation}}。',
    why: '充电桩只连接为其设定的组织的站点。',
  },
  'organisation-differs': {
    title: '请求中的组织是“{{found}}”，而您的是“{{organisation}}”。',
    why: '证书仍会写入“{{organisation}}”，{{identity}} 可能拒绝。请在充电桩中设定组织名称（OrganizationName，1.6 中为 CpoName），再让它重新请求。',
  },
  'organisation-missing': {
    title: '请求中没有组织。',
    why: '证书仍会写入“{{organisation}}”，{{identity}} 可能拒绝。请在充电桩中设定组织名称（OrganizationName，1.6 中为 CpoName），再让它重新请求。',
  },
  'names-not-copied': {
    title: '请求中还有：{{names}}。这些不写入证书。',
    why: '这里没有人能确认这些内容，因此本站点的证书只写组织和序列号。',
  },
  'asks-to-be-authority': {
    title: '请求要求获得签署证书的权力。',
    why: '有了这种证书，充电桩就能放行任何其他设备。没有充电桩需要它：请求有误，或是攻击。',
  },
  'alternative-names-not-copied': {
    title: '请求还要求其他名称或地址：{{names}}。这些不写入证书。',
    why: '充电桩只凭序列号识别。证书中如有地址，它就能冒充您网络中的其他计算机。充电桩可能拒绝没有这些内容的证书。',
  },
  'unknown-critical-extension': {
    title: '请求坚持要求这里不认识的内容 ({{extensions}})。',
    why: '它声明没有该内容证书就无用，而这里无法提供。请询问充电桩的制造商它的用途。',
  },
  'key-of-other-station': {
    title: '另一台充电桩 {{identity}} 使用同一密钥。',
    why: '每台充电桩都需要自己的密钥，否则可以互相冒充。有人复制了密钥，或制造商在所有充电桩中使用同一密钥。请让充电桩生成新密钥。',
  },
  'key-of-other-device': {
    title: '设备 {{identity}} 使用同一密钥。',
    why: '各方都需要自己的密钥，否则可以互相冒充。有人复制了密钥。请让发送方生成新密钥。',
  },
  'key-of-authority': {
    title: '请求中的密钥就是您自己的 CA“{{name}}”的密钥。',
    why: '只有本机应当持有该密钥。请勿批准，并查明请求是谁发的：如果密钥的私密部分被复制，本站点的所有证书都要更换。',
  },
  'key-revoked': {
    title: '该密钥已被撤回：它属于 {{identity}} 的一张已吊销的证书。',
    why: '吊销证书是因为其密钥不再可信；新证书改变不了这一点。请让充电桩生成新密钥。',
  },
  'key-certified-before': {
    title: '{{identity}} 已有过使用同一密钥的证书。',
    why: '这是允许的，但每张新证书配新密钥更安全：密钥越旧，被复制的机会越多。',
  },
  'first-request': {
    title: '这是 {{identity}} 的第一张证书。',
    why: '没有可以比较的早先证书。',
  },
  'key-kind-changed': {
    title: '密钥种类与上一张证书不同：由 {{previous}} 变为 {{next}}。',
    why: '可能是更新了固件。如果没有任何改动，则可能是另一台设备在请求。',
  },
  'device-named': {
    title: '证书将写入设备名 {{name}}。',
    why: '系统凭设备在此注册的名称识别它。',
  },
  'device-named-otherwise': {
    title: '请求中的名称是“{{found}}”；证书将写入设备名 {{name}}。',
    why: '许多设备请求时使用的名称在这里没有意义。证书写入设备注册时的名称。',
  },
  renewal: {
    title: '为 {{identity}} 于 {{notAfter}} 到期的证书续期（密钥 {{key}}）。',
    why: '充电桩在旧证书到期前约一个月请求新证书。旧证书在此之前仍有效。',
  },
  'subject-changed': {
    title: '新证书的名称与上一张不同：由“{{previous}}”变为“{{next}}”。',
    why: '续期应当只更换密钥或有效期。如果更换过充电桩或您的组织改了名称，就可以解释；否则请先查明变化再批准。',
  },
  'connection-encrypted': {
    title: '它经加密连接来自 {{address}}，{{identity}} 已证明身份。',
    why: '只有这台充电桩能发送，途中无人能读取或改动。',
  },
  'connection-encrypted-open': {
    title: '它经加密连接来自 {{address}}，但没有密码。',
    why: '途中无人能读取或改动，但该网络上的任何人都可能发送：请核对 {{address}} 是否为 {{identity}} 的地址。',
  },
  'connection-with-password': {
    title: '它来自 {{address}}，并给出了 {{identity}} 的密码。',
    why: '只有知道该密码者才能发送。连接本身没有加密。',
  },
  'connection-open': {
    title: '它来自 {{address}}，连接没有密码也没有加密。',
    why: '该网络上的任何人都可能发送：请核对 {{address}} 是否为 {{identity}} 的地址。',
  },
  'certificate-type-not-offered': {
    title: '请求的是 {{type}} 类型的证书，本站点不提供。',
    why: '它需要私有站点所没有的密钥或 CA。请在充电桩中关闭该功能，或向您的运营商索取证书。',
  },
  'v2g-private-root': {
    title: '该证书用于 Plug & Charge，而本站点的根只有您自己的车辆认识。',
    why: '车辆只信任预先装入的根，即公共 Plug & Charge 机构的根。用于测试，或车队已装入您的根时，可以批准；面向其他人时，请向您的运营商索取证书。',
  },
  'other-root-asked': {
    title: '请求的是另一个根下的证书，不是本站点的。',
    why: '充电桩想从另一机构取得证书，多半是为它设定的 Plug & Charge 机构。本站点无法为其签发。请向该机构索取证书，或在充电桩中删除其根。',
  },
  'chain-leaf-only': {
    title: '完整的证书链有 {{whole}} 个字符，超过这台充电桩接受的 {{max}} 个，因此只发送它自己的证书。',
    why: '后面的签发证书不发送。本服务器本来就认识它，因此充电桩可以在此连接；有些充电桩会拒绝没有证书链的证书。该限制是 MaxCertificateChainSize，1.6 中为 CertificateSignedMaxChainSize。',
  },
  'chain-too-long': {
    title: '证书放不下：它最多 {{leaf}} 个字符，而这台充电桩接受 {{max}} 个。',
    why: '该限制由充电桩自己报告（MaxCertificateChainSize，1.6 中为 CertificateSignedMaxChainSize），它会拒绝证书。请让它生成椭圆曲线密钥，比 RSA 密钥短得多，或更新其固件。',
  },
  'authority-expired': {
    title: '您自己的 CA 已于 {{notAfter}} 到期：不能再签发。',
    why: 'CA 到期后签发的一切都会被充电桩拒绝。请先查看本机的日期：如果不对，更正后即可批准请求。如果日期正确，本站点需要新的 CA，之后才能签发证书。',
  },
  'validity-shortened': {
    title: '证书将于 {{notAfter}} 到期，比平常早：您自己的 CA 当天到期。',
    why: '证书的有效期不能超过签发它的 CA。在那天之前，本站点需要新的 CA，充电桩需要新证书。',
  },
  'unreadable-empty': {
    title: '请求为空。',
    why: '充电桩的消息中没有证书请求。请重启充电桩，让它重新请求；如果无效，请更新其固件。',
  },
  'unreadable-too-long': {
    title: '请求超过充电桩可发送的 {{limit}} 个字符。',
    why: '真正的请求短得多，因此没有读取。请更新充电桩的固件；如果无效，请查明是谁发送的。',
  },
  'unreadable-private-key': {
    title: '发来的是私钥，而不是请求。',
    why: '私钥绝不能离开充电桩；这一个现在可能已被他人知道。请让充电桩生成新密钥，并告知制造商。',
  },
  'unreadable-other-content': {
    title: '发来的不是证书请求，而是别的内容。',
    why: '它标明是另一类数据，例如现成的证书。请让充电桩重新请求。',
  },
  'unreadable-several-blocks': {
    title: '消息中有不止一个请求。',
    why: '不清楚该签署哪一个，因此都不签署。请让充电桩重新请求，只带一个请求。',
  },
  'unreadable-no-block': {
    title: '消息中没有通常格式的证书请求。',
    why: '请求以 “BEGIN CERTIFICATE REQUEST” 开头，以 “END CERTIFICATE REQUEST” 结尾，前后没有其他内容。请让充电桩重新请求；如果无效，请更新其固件。',
  },
  'unreadable-bad-base64': {
    title: '请求已损坏：含有不应出现的字符。',
    why: '它在途中被截断或改动。请让充电桩重新请求。',
  },
  'unreadable-trailing-bytes': {
    title: '请求后面跟着不属于它的数据。',
    why: '无法判断这些数据的用途，因此不予签署。请让充电桩重新请求；如果无效，请更新其固件。',
  },
  'unreadable-malformed': {
    title: '请求已损坏，无法读取。',
    why: '外表像证书请求，但内容不正常。请让充电桩重新请求；如果无效，请更新其固件。',
  },
}
