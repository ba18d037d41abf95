import type { Locator, Page } from 'playwright-core'
import { CardsPage } from './cards'
import { CertificatesPage } from './certificates'
import { EventsPage } from './events'
import { FilesPage } from './files'
import { LogPage } from './log'
import { OverviewPage } from './overview'
import { Readers } from './readers'
import { RequestsPage } from './requests'
import { SessionsPage } from './sessions'
import { SetupPage } from './setup'
import { StationPage } from './station'
import { StationsPage } from './stations'

/** Names of the pages in the navigation. */
export type PageName =
  | 'Overview'
  | 'Stations'
  | 'Sessions'
  | 'Reports'
  | 'Cards'
  | 'Requests'
  | 'Certificates'
  | 'Devices'
  | 'Events'
  | 'Log'
  | 'Settings'

/** The whole console as a user finds it: by what things are called, never by how they are made. */
export class Console {
  readonly page: Page
  readonly setup: SetupPage
  readonly overview: OverviewPage
  readonly stations: StationsPage
  readonly station: StationPage
  readonly sessions: SessionsPage
  readonly cards: CardsPage
  readonly requests: RequestsPage
  readonly certificates: CertificatesPage
  readonly events: EventsPage
  readonly files: FilesPage
  readonly log: LogPage
  readonly readers: Readers

  constructor(page: Page) {
    this.page = page
    this.setup = new SetupPage(page)
    this.overview = new OverviewPage(page)
    this.stations = new StationsPage(page)
    this.station = new StationPage(page)
    this.sessions = new SessionsPage(page)
    this.cards = new CardsPage(page)
    this.requests = new RequestsPage(page)
    this.certificates = new CertificatesPage(page)
    this.events = new EventsPage(page)
    this.files = new FilesPage(page)
    this.log = new LogPage(page)
    this.readers = new Readers(page)
  }

  /** The status strip on top. */
  get strip(): Locator {
    return this.page.getByRole('banner')
  }

  /** What the strip says while the server can't be reached. */
  get linkLost(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'The connection to Chargehand was lost' })
  }

  /** Goes to a page by the navigation and waits until it is there. */
  async goTo(name: PageName): Promise<void> {
    await this.navigation(name).click()
    await this.heading(name).waitFor()
  }

  navigation(name: PageName): Locator {
    return this.page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
  }

  heading(name: PageName): Locator {
    const title = name === 'Requests' ? 'Certificate requests' : name
    return this.page.getByRole('heading', { level: 1, name: title, exact: true })
  }

  /** The drawer with this title. */
  drawer(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** Waits until this text stands somewhere. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }
}
