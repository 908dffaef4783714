import * as z from 'zod';

const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
const period = z.union([text, z.int().min(1900).max(2100)]);

/** Members that join or leave the peers: 雄安新区, 定州市. */
const adjusted = { with: texts.optional(), without: texts.optional() };

/** The project file `tianshu.yaml`. Keys are written as people type them. */
export const projectSchema = z.strictObject({
  industry: text
    .default('postal')
    .describe('行业目录：内置目录的名称，或自己的目录文件 / a built-in catalogue, or the path of your own'),
  region: text.optional().describe('报告以哪个地区的口吻写 / for whom the report speaks'),
  peers: z
    .union([text, texts, z.strictObject({ of: z.union([text, texts]).optional(), ...adjusted })])
    .optional()
    .describe('排名的范围：某地区的下级、地区组或名单 / the members of a region, a group, or a list'),
  ...adjusted,
  period: period.optional().describe('文中没有写明时期时所用的时期 / the period where the text names none'),
  returns: z.union([text, texts]).optional().describe('报表文件，可用 * ? ** / the returns, with * ? **'),
  names: z.record(text, text).default({}).describe('隐去的名称各指什么 / what masked names stand for'),
  facts: text.optional().describe('事实数据文件：名称、单位、数值 / one-off figures that no return carries'),
  decimals: z.record(text, z.int().min(0).max(8)).default({}).describe('各单位保留的小数位数 / decimals by unit'),
  rounding: z.enum(['half-up', 'half-even']).default('half-up').describe('四舍五入，或 GB/T 8170 / rounding'),
  shares: z
    .enum(['as-rounded', 'sum-to-100'])
    .default('as-rounded')
    .describe('占比是否凑足 100 / whether shares sum to 100'),
  'incomplete-peers': z
    .enum(['withhold', 'rank'])
    .default('withhold')
    .describe('缺地区时是否排名 / rank where some are missing'),
  ties: z
    .enum(['as-delivered', 'as-displayed'])
    .default('as-delivered')
    .describe('并列按上报值还是按显示值 / when two are equal'),
  'rank-of': z.enum(['growth', 'level']).optional().describe('句中未说明时排名的对象 / what a rank ranks by default'),
  difference: z
    .enum(['published', 'exact'])
    .default('published')
    .describe('百分点按公布的增速相减还是精确相减 / how 百分点 are taken'),
  'trim-zeros': z.boolean().default(false).describe('是否去掉末尾的零 / drop trailing zeros'),
  regions: text.optional().describe('代替内置地区表的文件 / replaces the built-in table of regions'),
  forms: z.union([text, texts]).optional().describe('报表表式 / forms of returns'),
  rules: z.union([text, texts]).optional().describe('目录以外的审核关系 / edit rules beyond the catalogue'),
  groups: z.record(text, texts).default({}).describe('自定义地区组 / groups of regions'),
  reports: z.union([text, texts]).optional().describe('verify --all 核对的报告 / what verify --all checks'),
  decisions: text
    .default('decisions.yaml')
    .describe('已接受的问题和已作出的回答 / accepted findings, remembered answers'),
});

export type ProjectSettings = z.output<typeof projectSchema>;

/** One path or several, as a list. */
export const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
