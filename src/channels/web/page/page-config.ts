import type { UploadLimits } from './files/fitting.js';

/** What the server tells the page about itself (页面配置), read once from `<meta name="shuzhi-config">`. */
export interface PageConfig {
  readonly institution: {
    readonly name: string;
    readonly legalName: string;
    readonly note: string | null;
    readonly logo: string | null;
    readonly phone: string | null;
  };
  readonly assistant: { readonly name: string; readonly initial: string; readonly title: string };
  readonly demo: boolean;
  readonly demoCustomers: readonly DemoCustomer[];
  readonly hours: string;
  readonly uploads: UploadLimits;
  readonly brand: Brand;
}

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly tolerance: string;
  readonly label: string;
  readonly note: string | null;
}

/** `#RRGGBB`; the shades that are missing are mixed from `accent`. */
export interface Brand {
  readonly accent: string | null;
  readonly soft: string | null;
  readonly line: string | null;
  readonly ink: string | null;
}

type Raw = Readonly<Record<string, unknown>>;

const asRaw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null ? (value as Raw) : {};
const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Reads the configuration; a page without one still opens, under neutral names. */
export function readPageConfig(content: string | null): PageConfig {
  const raw = parse(content);
  const institution = asRaw(raw['institution']);
  const assistant = asRaw(raw['assistant']);
  const name = asText(institution['name']) ?? '财富管理机构';
  const assistantName = asText(assistant['name']) ?? '小屿';
  return {
    institution: {
      name,
      legalName: asText(institution['legalName']) ?? name,
      note: asText(institution['note']),
      logo: asText(institution['logo']),
      phone: asText(institution['phone']),
    },
    assistant: {
      name: assistantName,
      initial: asText(assistant['initial']) ?? assistantName.slice(-1),
      title: asText(assistant['title']) ?? '数智员工',
    },
    demo: raw['demo'] === true,
    demoCustomers: readDemoCustomers(raw['demoCustomers']),
    hours: asText(raw['hours']) ?? '工作日 9:00–11:30，13:00–18:00',
    uploads: readUploads(raw['uploads']),
    brand: readBrand(raw['brand']),
  };
}

function parse(content: string | null): Raw {
  try {
    return asRaw(JSON.parse(content ?? '{}'));
  } catch {
    return {};
  }
}

function readDemoCustomers(value: unknown): readonly DemoCustomer[] {
  if (!Array.isArray(value)) return [];
  return value.map(asRaw).flatMap((raw) => {
    const id = asText(raw['id']);
    const name = asText(raw['name']);
    if (id === null || name === null) return [];
    const tolerance = asText(raw['tolerance']) ?? '';
    return [{ id, name, tolerance, label: asText(raw['label']) ?? '', note: asText(raw['note']) }];
  });
}

function readUploads(value: unknown): UploadLimits {
  const { files, bytes } = asRaw(value);
  return { files: Number(files) || 5, bytes: Number(bytes) || 10 * 1024 * 1024 };
}

function readBrand(value: unknown): Brand {
  const raw = asRaw(value);
  const colour = (key: string): string | null => {
    const text = asText(raw[key]);
    return text !== null && /^#[0-9a-f]{6}$/i.test(text) ? text : null;
  };
  return {
    accent: colour('accent'),
    soft: colour('soft'),
    line: colour('line'),
    ink: colour('ink'),
  };
}
