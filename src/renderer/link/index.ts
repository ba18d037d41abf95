export { feeds } from './feeds'
export { useClient, useOrpc } from './LinkProvider'
export { useFeed } from './useFeed'
