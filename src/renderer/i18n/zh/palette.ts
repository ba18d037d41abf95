import type { Translation } from '@shared/words/translation'
import type { palette as EnglishPalette } from '../en/palette'

export const palette: Translation<typeof EnglishPalette> = {
  title: '前往',
  label: '要去哪里，或要找什么',
  placeholder: '页面、充电桩、卡片、持卡人、充电记录、请求或设置',
  results: '搜索结果',
  parts: {
    pages: '页面',
    places: '操作与设置',
    stations: '充电桩',
    requests: '等待中的证书请求',
    cards: '卡片',
    sessions: '充电记录',
    devices: '设备',
  },
  count_other: '找到 {{count}} 处',
  searching: '正在搜索…',
  nothing: '没有找到。卡片可按卡号、持卡人、名称、组和标签查找；充电记录可按充电桩和卡片查找。',
}
