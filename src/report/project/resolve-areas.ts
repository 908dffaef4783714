import { nearestName } from '../../catalogue/nearest-name.js';
import type { PeerGroup } from '../../measures/query.js';
import type { Place } from '../../model/diagnostic.js';
import type { RefArea, RefAreaTable } from '../../model/ref-area.js';
import type { ProjectCode, ProjectDiagnostic } from './diagnostics.js';
import type { ProjectSettings } from './schema.js';

type PlaceOf = (path: readonly (string | number)[]) => Place;

/** Finds what the names of a project file mean, and collects those that mean nothing. */
export class AreaResolver {
  readonly problems: ProjectDiagnostic[] = [];
  readonly #refAreas: RefAreaTable;
  readonly #placeOf: PlaceOf;
  readonly #home: string | undefined;

  constructor(refAreas: RefAreaTable, placeOf: PlaceOf, home?: string) {
    this.#refAreas = refAreas;
    this.#placeOf = placeOf;
    this.#home = home;
  }

  report(code: ProjectCode, path: readonly (string | number)[], args: ProjectDiagnostic['args']): void {
    this.problems.push({ code, severity: 'hard', place: this.#placeOf(path), args });
  }

  /** The area of a name or code. What is unknown or ambiguous is reported with what could have been meant. */
  area(name: string, path: readonly (string | number)[]): RefArea | undefined {
    const byCode = this.#refAreas.get(name);
    if (byCode) return byCode;
    const found = this.#refAreas.named(name, this.#home);
    if (found.length === 1) return found[0];
    if (found.length === 0) {
      const suggestion = nearestName(name, this.#refAreas.names());
      this.report('project-unknown-region', path, { name, ...(suggestion === undefined ? {} : { suggestion }) });
    } else {
      const candidates = found.map((a) => `${this.#parentName(a)}${a.name}(${a.code})`);
      this.report('project-ambiguous-region', path, { name, candidates });
    }
    return undefined;
  }

  codes(names: readonly string[], path: readonly (string | number)[]): readonly string[] {
    return names.flatMap((name, i) => this.area(name, [...path, i])?.code ?? []);
  }

  #parentName(area: RefArea): string {
    return (area.parent === undefined ? undefined : this.#refAreas.get(area.parent)?.name) ?? '';
  }

  /** Among whom ranks are taken: the members of a region, a group, or a list, with those who join, without those who leave. */
  peers(
    settings: ProjectSettings,
    groups: Readonly<Record<string, readonly string[]>>,
    home: RefArea | undefined,
  ): PeerGroup | undefined {
    const { peers } = settings;
    const adjustment = typeof peers === 'object' && !Array.isArray(peers) ? peers : undefined;
    const of = adjustment ? adjustment.of : (peers as string | readonly string[] | undefined);
    const base = this.#basis(of ?? home?.parent, adjustment ? ['peers', 'of'] : ['peers'], groups);
    if (!base) return undefined;
    const change = (key: 'with' | 'without') => [
      ...this.codes(settings[key] ?? [], [key]),
      ...this.codes(adjustment?.[key] ?? [], ['peers', key]),
    ];
    const joining = change('with');
    const leaving = new Set(change('without'));
    for (const code of leaving)
      if (!base.codes.includes(code))
        this.report('project-peer-not-there', adjustment?.without ? ['peers', 'without'] : ['without'], {
          name: this.#refAreas.get(code)?.name ?? code,
          peers: base.name,
        });
    const codes = [...new Set([...base.codes, ...joining])].filter((code) => !leaving.has(code));
    if (home && of !== undefined && !codes.includes(home.code))
      this.report('project-home-not-peer', ['peers'], { name: home.name, peers: base.name });
    return { name: base.name, codes };
  }

  #basis(
    of: string | readonly string[] | undefined,
    path: readonly (string | number)[],
    groups: Readonly<Record<string, readonly string[]>>,
  ): PeerGroup | undefined {
    if (of === undefined) return undefined;
    if (typeof of !== 'string') return { name: of.join('、'), codes: this.codes(of, path) };
    const group = groups[of];
    if (group) return { name: of, codes: group };
    const area = this.area(of, path);
    if (!area) return undefined;
    const codes = this.#refAreas.members(area.code).map((a) => a.code);
    if (codes.length === 0) this.report('project-unknown-peers', path, { name: area.name });
    return { name: area.name, codes };
  }
}
