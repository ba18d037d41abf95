import type { Translation } from '@shared/words/translation'
import type { energy as EnglishEnergy } from '../en/energy'

export const energy: Translation<typeof EnglishEnergy> = {
  title: '기간별 전력량',
  toSessions: '세션 보기',
  open: '기간별 전력량',
  delivered: '충전량',
  chargers: '충전기',
  byStation: '충전기별',
  shares: '충전기별 충전량',
  stationGone: '충전기 {{number}}',
  nothing: '이 기간에는 충전이 없었습니다.',

  unclear_other: '세션 {{count}}건은 충전량이 확실하지 않아 제외했습니다. 충전 세션에서 정리를 기다립니다.',
  unit: { label: '표시 기간', day: '일', week: '주', month: '월', year: '년' },
  earlier: { day: '이전 날', week: '이전 주', month: '이전 달', year: '이전 해' },
  later: { day: '다음 날', week: '다음 주', month: '다음 달', year: '다음 해' },
  present: '현재로 돌아가기',
  siteTime: '날짜와 시각은 사이트 기준({{zone}})입니다.',
  hour: '{{from}} – {{to}}',
  bars: {
    day: '시간별 전력량',
    week: '일별 전력량',
    month: '일별 전력량',
    year: '월별 전력량',
  },
  axis: { day: '시각', week: '요일', month: '날짜', year: '월' },
  barsSummary: '{{period}} 충전량: {{total}}.',
  power: {
    'quarter-hour': '15분 평균 출력',
    hour: '시간별 평균 출력',
    day: '일별 평균 출력',
    month: '월별 평균 출력',
  },
  powerSummary: '최고 {{most}}, 마지막 {{last}}.',
}
