/**
 * Zotero as it answers on this computer: Better BibTeX's JSON-RPC (https://retorque.re/zotero-better-bibtex/exporting/json-rpc),
 * else the local API of Zotero 7 (https://www.zotero.org/support/dev/zotero_7_for_developers). Nothing but 127.0.0.1 is ever
 * asked, and only when a function here is called. What comes back is not trusted: every field that is used is checked.
 */
import { request } from 'node:http';

/** An entry that can be cited. */
export interface ZoteroItem {
  /** Its citation key. */
  key: string;
  title: string;
  /** Family names, joined. */
  authors: string;
  /** Empty where the entry has none. */
  year: string;
  library: string;
  /** Zotero's own key of the item, where the local API gave it. */
  itemKey?: string;
}

export type EntryFormat = 'csl-json' | 'bibtex';

/** What stands in the way; the message is for the user. */
export class ZoteroFault extends Error {
  readonly kind: 'not-running' | 'not-zotero' | 'no-keys' | 'slow' | 'unreadable' | 'cancelled' | 'refused';

  constructor(kind: ZoteroFault['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Milliseconds until an answer must be whole, and its greatest size in bytes. */
export interface Limits {
  timeout: number;
  size: number;
}

const usualLimits: Limits = { timeout: 10_000, size: 8 * 1024 * 1024 };
const mostItems = 200;
const longestField = 1000;
/** A key that is longer, or has spaces or other marks, is no key of Better BibTeX's. */
const citationKey = /^[^\s"#%'(),={}\\@[\];]{1,200}$/u;

interface Answer {
  status: number;
  body: string;
  isZotero: boolean;
}

export class Zotero {
  private readonly port: number;
  private readonly limits: Limits;

  /** @throws ZoteroFault for a number that is no port */
  constructor(port: unknown, limits = usualLimits) {
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535)
      throw new ZoteroFault(
        'refused',
        'The setting rapporteur.zotero.port must be a whole number from 1 to 65535; Zotero uses 23119.',
      );
    this.port = port;
    this.limits = limits;
  }

  /**
   * Does nothing where Zotero is running.
   *
   * @throws ZoteroFault
   */
  async check(signal?: AbortSignal): Promise<void> {
    if (!(await this.ask('GET', '/connector/ping', signal)).isZotero) throw this.notZotero();
  }

  /**
   * The items that a search in Zotero finds.
   *
   * @throws ZoteroFault
   */
  async search(query: string, signal?: AbortSignal): Promise<ZoteroItem[]> {
    const found = await this.call('item.search', [query], signal);
    if (found !== undefined) return itemsOfBetterBibTeX(found);
    const answer = await this.ask('GET', `/api/users/0/items/top?limit=100&q=${encodeURIComponent(query)}`, signal);
    const items = answer.status === 200 ? itemsOfLocalApi(parsed(answer.body)) : undefined;
    if (items !== undefined && (items.length === 0 || items.some(({ key }) => key !== '')))
      return items.filter(({ key }) => key !== '');
    throw new ZoteroFault(
      'no-keys',
      'Zotero is running, but gives no citation keys. Install the add-on Better BibTeX for Zotero (https://retorque.re/zotero-better-bibtex), or allow other applications to communicate with Zotero in its advanced settings.',
    );
  }

  /**
   * One entry as it belongs in a bibliography file, under its citation key.
   *
   * @throws ZoteroFault
   */
  async entry(item: ZoteroItem, format: EntryFormat, signal?: AbortSignal): Promise<string> {
    const translator = format === 'bibtex' ? 'Better BibTeX' : 'Better CSL JSON';
    let text: unknown;
    if (item.itemKey === undefined) {
      text = await this.call('item.export', [[item.key], translator], signal);
      // Older versions answer with status, type and body.
      if (Array.isArray(text)) text = text[2];
    } else {
      const path = `/api/users/0/items?itemKey=${encodeURIComponent(item.itemKey)}&format=${format === 'bibtex' ? 'bibtex' : 'csljson'}`;
      text = (await this.ask('GET', path, signal)).body;
    }
    if (typeof text !== 'string') throw unreadable();
    return text;
  }

  /** The result of a call to Better BibTeX; undefined where it is not installed. */
  private async call(method: string, params: readonly unknown[], signal?: AbortSignal): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const answer = await this.ask('POST', '/better-bibtex/json-rpc', signal, body);
    if (answer.status === 404) {
      if (answer.isZotero || (await this.ask('GET', '/connector/ping', signal)).isZotero) return undefined;
      throw this.notZotero();
    }
    if (answer.status === 403) throw refused();
    if (answer.status !== 200) throw unreadable();
    const reply = parsed(answer.body);
    if (!isRecord(reply)) throw this.notZotero();
    if (isRecord(reply.error))
      throw new ZoteroFault('refused', `Better BibTeX answers: ${shortened(reply.error.message) || 'an error'}`);
    if (!('result' in reply)) throw this.notZotero();
    return reply.result;
  }

  private notZotero(): ZoteroFault {
    return new ZoteroFault(
      'not-zotero',
      `What answers on port ${this.port} of this computer is not Zotero. Check the setting rapporteur.zotero.port; Zotero uses 23119.`,
    );
  }

  private ask(method: 'GET' | 'POST', path: string, signal?: AbortSignal, body?: string): Promise<Answer> {
    const { port, limits } = this;
    const cancelled = new ZoteroFault('cancelled', 'Cancelled.');
    if (signal?.aborted === true) return Promise.reject(cancelled);
    return new Promise((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers: {
          accept: 'application/json',
          'zotero-allowed-request': '1',
          'zotero-api-version': '3',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      });
      const stop = (fault: ZoteroFault): void => {
        finish();
        reject(fault);
        asked.destroy();
      };
      const timer = setTimeout(
        () =>
          stop(new ZoteroFault('slow', 'Zotero takes too long to answer. Try again when it is done with its work.')),
        limits.timeout,
      );
      const cancel = (): void => stop(cancelled);
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
      };
      signal?.addEventListener('abort', cancel);
      asked.on('error', (error: NodeJS.ErrnoException) =>
        stop(
          error.code === 'ECONNREFUSED'
            ? new ZoteroFault('not-running', 'Zotero does not answer on this computer. Start Zotero and try again.')
            : new ZoteroFault('unreadable', `Zotero's answer broke off (${error.code ?? error.message}).`),
        ),
      );
      asked.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > limits.size) stop(new ZoteroFault('unreadable', 'Zotero finds too much: search for more words.'));
          else parts.push(part);
        });
        response.on('aborted', () => stop(new ZoteroFault('unreadable', "Zotero's answer broke off.")));
        response.on('end', () => {
          finish();
          const text = Buffer.concat(parts).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            body: text,
            isZotero: response.headers['x-zotero-version'] !== undefined || /\bZotero\b/.test(text.slice(0, 500)),
          });
        });
      });
      asked.end(body);
    });
  }
}

const unreadable = (): ZoteroFault =>
  new ZoteroFault('unreadable', 'Zotero’s answer could not be read. Is Better BibTeX up to date?');
const refused = (): ZoteroFault =>
  new ZoteroFault(
    'refused',
    'Zotero refuses to answer. Allow other applications on this computer to communicate with Zotero in its advanced settings.',
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field as one line of text; empty where it is none. */
const shortened = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, longestField)
    : '';

const validKey = (value: unknown): string => (typeof value === 'string' && citationKey.test(value) ? value : '');

const namesOf = (people: unknown, family: string): string =>
  (Array.isArray(people) ? people : [])
    .slice(0, 20)
    .map((person: unknown) =>
      isRecord(person) ? shortened(person[family]) || shortened(person.literal) || shortened(person.name) : '',
    )
    .filter((name) => name !== '')
    .join(', ');

const yearIn = (written: string): string => /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0] ?? '';

/** The year of a CSL date. */
function yearOf(issued: unknown): string {
  if (!isRecord(issued)) return '';
  const parts = issued['date-parts'];
  const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined;
  return shortened(first) || yearIn(shortened(issued.raw) || shortened(issued.literal));
}

function itemsOfBetterBibTeX(found: unknown): ZoteroItem[] {
  if (!Array.isArray(found)) throw unreadable();
  const items: ZoteroItem[] = [];
  for (const one of found.slice(0, mostItems * 5)) {
    if (!isRecord(one)) continue;
    const key = validKey(one.citekey) || validKey(one['citation-key']);
    if (key === '' || items.length === mostItems) continue;
    items.push({
      key,
      title: shortened(one.title) || key,
      authors: namesOf(one.author ?? one.editor, 'family'),
      year: yearOf(one.issued),
      library: shortened(one.library),
    });
  }
  return items;
}

/** Zotero's own items; the key of one that has none is empty. */
function itemsOfLocalApi(found: unknown): ZoteroItem[] {
  if (!Array.isArray(found)) throw unreadable();
  return found.slice(0, mostItems).flatMap((one: unknown): ZoteroItem[] => {
    if (!isRecord(one) || !isRecord(one.data)) return [];
    const { data, library } = one;
    const itemKey = typeof one.key === 'string' && /^[A-Z\d]{8}$/.test(one.key) ? one.key : undefined;
    if (itemKey === undefined || data.itemType === 'attachment' || data.itemType === 'note') return [];
    const extra = typeof data.extra === 'string' ? data.extra.slice(0, 10_000) : '';
    const key = validKey(data.citationKey) || validKey(/^citation key:[ \t]*(\S+)[ \t]*$/im.exec(extra)?.[1]);
    return [
      {
        key,
        title: shortened(data.title) || key,
        authors: namesOf(data.creators, 'lastName'),
        year: yearIn(shortened(data.date)),
        library: isRecord(library) ? shortened(library.name) : '',
        itemKey,
      },
    ];
  });
}
