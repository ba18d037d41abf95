import { NoticeList } from '../notices/NoticeList'

/** What all stations told beside their sessions. */
export function Told() {
  return <NoticeList here="/events/reports" />
}
