import type { keyStores as EnglishKeyStores } from '../en/keyStores'
import type { Translation } from '../translation'

export const keyStores: Translation<typeof EnglishKeyStores> = {
  system: {
    wanted: '本机的密码存储',
    remedy: '请用设置本站点的账户启动桌面程序，并解锁其密码存储。',
  },
  'key-file': {
    wanted: '密钥文件',
    remedy: '请不带口令短语启动，并使用存有密钥文件的数据文件夹。',
  },
  passphrase: {
    wanted: '口令短语',
    remedy: '请用 --passphrase-file 启动，或在 CHARGEHAND_PASSPHRASE 中给出口令短语。',
  },
  readableKeyFile: {
    wanted: '密钥文件“{{file}}”（本机其他账户可以读取）',
    remedy: '请使它只能由此账户读取 (chmod 600)，并放在支持文件所有者的文件系统上。',
  },
}
