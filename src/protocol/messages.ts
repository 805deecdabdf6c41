import type { Command } from '../queue/commands.js';
import type { Day } from '../queue/day.js';
import type { Entry, Role } from '../queue/events.js';
import type { Rejection } from '../queue/rejections.js';
import type { DailyFigures } from '../statistics/dailyFigures.js';
import type { ChangeSetting, SettingEffect } from './settingMessages.js';
import type { Label, SiteView } from './siteView.js';

export type { ChangeSetting, SettingEffect };
export type * from './siteView.js';

/** Version of this page. A client and a server of different versions part with a clear word. */
export const protocolVersion = 2;

// To the server

/** First message of every connection, within five seconds. */
export interface Hello {
  readonly type: 'hello';
  readonly protocol: number;
  /** May be left out when the server knows one site only. */
  readonly site?: string;
  readonly role: Role;
  /** Id of the desk or of the reception's place. */
  readonly place?: string;
  /** A screen that stays: it takes the place ("take"), or asks whether it is free ("ask"). One-shot commands claim nothing. */
  readonly claim?: 'ask' | 'take';
  /** A UUID of the screen's own that it keeps over its connections: it is never in its own way at its place. */
  readonly screen?: string;
  /** Identity of the store whose server the client looks for; another store's server refuses. */
  readonly store?: string;
  /** The station's token. A server that needs one says so; what is left out above, the token fills in. */
  readonly token?: string;
  /** What the client has already, so that only the rest need be sent. */
  readonly epoch?: string;
  readonly afterSeq?: number;
}

/** A staff client wants something to happen. The same `askId` is executed once, however often it is sent. */
export interface Ask {
  readonly type: 'ask';
  /** A UUID of the asker's. */
  readonly askId: string;
  /** The site-day the asker saw; another day's ask is refused as `dayOver`. */
  readonly day: string;
  readonly command: Command;
}

/** The lead wants the daily figures of a period, both days included. */
export interface Query {
  readonly type: 'query';
  readonly queryId: string;
  readonly from: string;
  readonly to: string;
  /** Count the open day as of this instant instead of its last event, ms since the epoch. */
  readonly at?: number;
}

/** A display tells what it shows, so that a desk sees "on display". */
export interface Showing {
  readonly type: 'showing';
  readonly numbers: readonly string[];
}

export type ClientMessage = Hello | Ask | Query | ChangeSetting | Showing;

// To the client

/** Answer to `hello` for staff: the whole state, or only the entries that the client lacks. */
export interface Welcome {
  readonly type: 'welcome';
  readonly site: SiteView;
  readonly day: string;
  readonly epoch: string;
  readonly seq: number;
  /** Server's clock, ms since the epoch. */
  readonly serverTime: number;
  /** Of the server's program. */
  readonly version: string;
  /** Present when the client has nothing, or something else. */
  readonly state?: Day;
  readonly entries?: readonly Entry[];
}

/** What happened, in order; one frame a batch. Only what is on disk is ever sent. */
export interface Events {
  readonly type: 'events';
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** To the asker, after the events it led to. */
export type Answer =
  | { readonly type: 'answer'; readonly askId: string; readonly ok: true; readonly entry: Entry }
  | { readonly type: 'answer'; readonly askId: string; readonly ok: false; readonly rejection: Refusal };

/** Answer to `query`. */
export type Figures =
  | {
      readonly type: 'figures';
      readonly queryId: string;
      readonly ok: true;
      readonly days: readonly DailyFigures[];
    }
  | { readonly type: 'figures'; readonly queryId: string; readonly ok: false; readonly rejection: Refusal };

/** Answer to `changeSetting`, with the values in force; one that is missing is none. The same twice: nothing changed. */
export type SettingChanged =
  | {
      readonly type: 'settingChanged';
      readonly queryId: string;
      readonly ok: true;
      readonly before?: unknown;
      readonly after?: unknown;
      readonly effect: SettingEffect;
    }
  | {
      readonly type: 'settingChanged';
      readonly queryId: string;
      readonly ok: false;
      readonly rejection: Refusal;
    };

/** To staff whenever it changes: which places and displays are there, and which numbers a display shows. */
export interface Presence {
  readonly type: 'presence';
  readonly desks: readonly string[];
  readonly receptions: readonly string[];
  readonly displays: number;
  readonly shown: readonly string[];
}

/** To displays only, after `hello` and whenever it changes: every open call, oldest first, and nothing else. */
export interface Board {
  readonly type: 'board';
  readonly site: BoardSite;
  readonly serverTime: number;
  readonly calls: readonly BoardCall[];
}

export interface BoardSite {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}

export interface BoardCall {
  readonly number: string;
  /** What the visitor reads: "Platz 1". */
  readonly place: string;
  /** The visitor is fetched by staff and waits where they are. */
  readonly fetched: boolean;
  /** When it was last sounded, ms since the epoch. A later value means: announce again. */
  readonly calledAt: number;
}

/** The server's word on the connection itself; after one with `final` it closes. */
export interface Notice {
  readonly type: 'notice';
  readonly final: boolean;
  readonly rejection: Refusal;
}

export type ServerMessage = Welcome | Events | Answer | Figures | SettingChanged | Presence | Board | Notice;

/** Refusals that are not the domain's: the connection, the day, the store. */
export type ServerRejection =
  | { readonly name: 'badMessage'; readonly problem: string }
  | { readonly name: 'protocolMismatch'; readonly server: number; readonly client: number }
  | { readonly name: 'unknownSite'; readonly site: string; readonly known: readonly string[] }
  | { readonly name: 'siteMissing'; readonly known: readonly string[] }
  | {
      readonly name: 'unknownPlace';
      readonly role: Role;
      readonly place: string;
      readonly known: readonly string[];
    }
  | { readonly name: 'placeMissing'; readonly role: Role; readonly known: readonly string[] }
  | { readonly name: 'stageMissing'; readonly role: Role }
  /** This server lets nobody in without a token. */
  | { readonly name: 'tokenMissing' }
  | { readonly name: 'tokenUnknown' }
  | { readonly name: 'tokenExpired' }
  | { readonly name: 'tokenRevoked' }
  /** The token is good, but for somebody else; says for whom. */
  | {
      readonly name: 'tokenForAnother';
      readonly role: Role;
      readonly site: string;
      readonly place?: string;
    }
  /** Another station works at this place; `claim: take` takes over. */
  | { readonly name: 'placeTaken'; readonly place: string }
  | { readonly name: 'takenOver'; readonly place: string }
  | { readonly name: 'notForRole'; readonly role: Role; readonly message: string }
  | { readonly name: 'dayOver'; readonly day: string; readonly today: string }
  | { readonly name: 'storeUnavailable' }
  /** A file of the store that is not what it should be. */
  | { readonly name: 'storeUnreadable'; readonly file: string }
  /** The server works on another store than the client named. */
  | { readonly name: 'anotherStore' }
  /** No such setting; `near` may be meant. */
  | { readonly name: 'unknownSetting'; readonly setting: string; readonly near?: string }
  | { readonly name: 'badSetting'; readonly setting: string; readonly wrong: Label }
  /** Only to be changed by whoever looks after the machine, while no server runs. */
  | { readonly name: 'settingOnlyThere'; readonly setting: string }
  /** Nobody's to change. */
  | { readonly name: 'settingFixed'; readonly setting: string }
  /** A desk that is open can't be taken out of the settings. */
  | { readonly name: 'deskInUse'; readonly desk: string }
  /** Nobody can say whether it happened; the same ask again settles it. */
  | { readonly name: 'inDoubt' }
  /** The server goes. As a notice it comes after the last answer: what has none by then was not done. */
  | { readonly name: 'stopping' };

/** Made by the client itself. */
export type ConnectionRejection =
  | { readonly name: 'notConnected' }
  | { readonly name: 'serverUnreachable'; readonly url: string }
  /** Nobody whom the client trusts vouches for the server; the code is OpenSSL's. */
  | { readonly name: 'serverNotTrusted'; readonly url: string; readonly problem: string };

export type Refusal = Rejection | ServerRejection | ConnectionRejection;
