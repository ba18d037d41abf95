import type { Translation } from '@shared/words/translation'
import type { palette as EnglishPalette } from '../en/palette'

export const palette: Translation<typeof EnglishPalette> = {
  title: '이동',
  label: '이동하거나 찾을 대상',
  placeholder: '페이지, 충전기, 카드, 소유자, 세션, 요청 또는 설정',
  results: '찾은 결과',
  parts: {
    pages: '페이지',
    places: '작업과 설정',
    stations: '충전기',
    requests: '대기 중인 인증서 요청',
    cards: '카드',
    sessions: '충전 세션',
    devices: '장치',
  },

  count_other: '{{count}}개를 찾았습니다',
  searching: '찾는 중…',
  nothing: '찾은 결과가 없습니다. 카드는 번호, 소유자, 표시 이름, 그룹, 태그로, 세션은 충전기와 카드로 찾습니다.',
}
