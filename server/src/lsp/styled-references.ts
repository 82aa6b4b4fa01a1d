/** References in a style of the user's choice, through the user's own pandoc; kept, for pandoc takes a tenth of a second. */
import { documentFor, referenceIn } from '../citing/pandoc-reference.ts';

/** What starts pandoc; both functions throw an Error that says, for the log, why not. */
export interface PandocHost {
  /** The file of a style, by its path or name; `folder` is the draft's. */
  styleFile(name: string, folder: string | undefined): string;
  runPandoc(program: string, style: string, document: string): Promise<string>;
}

const mostKept = 2000;

export class StyledReferences {
  private readonly host: PandocHost | undefined;
  private readonly log: (line: string) => void;
  private readonly kept = new Map<string, Promise<string | undefined>>();
  private readonly said = new Set<string>();

  /** @param log is told once of each reason why pandoc is not used */
  constructor(host: PandocHost | undefined, log: (line: string) => void) {
    this.host = host;
    this.log = log;
  }

  /** What is kept may be of another program or of a style that has changed. */
  forget(): void {
    this.kept.clear();
    this.said.clear();
  }

  /**
   * An item of CSL-JSON in a style, as Markdown.
   *
   * @returns undefined where the built-in styles must do
   */
  reference(
    item: object,
    style: string,
    { program, folder, isTrusted }: { program: string; folder: string | undefined; isTrusted: boolean },
  ): Promise<string | undefined> {
    const { host } = this;
    if (host === undefined || !isTrusted) {
      this.say(
        style,
        host === undefined
          ? 'pandoc cannot be started from a browser'
          : 'the workspace is not trusted, so pandoc is not started',
      );
      return Promise.resolve(undefined);
    }
    const key = JSON.stringify([program, style, folder, item]);
    let made = this.kept.get(key);
    if (made === undefined) {
      made = this.make(host, item, style, program, folder);
      if (this.kept.size >= mostKept) this.kept.clear();
      this.kept.set(key, made);
    }
    return made;
  }

  private async make(
    host: PandocHost,
    item: object,
    style: string,
    program: string,
    folder: string | undefined,
  ): Promise<string | undefined> {
    try {
      const made = referenceIn(await host.runPandoc(program, host.styleFile(style, folder), documentFor(item)));
      if (made === undefined) this.say(style, `pandoc made no reference for ${String((item as { id?: unknown }).id)}`);
      return made;
    } catch (error) {
      this.say(style, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  private say(style: string, reason: string): void {
    const line = `The style ${style} is not used: ${reason}. References are in the style of rapporteur.citationStyle.`;
    if (this.said.has(line)) return;
    this.said.add(line);
    this.log(line);
  }
}
