import { parseAst } from 'rolldown/parseAst';
import { read } from './sources.js';

/** A node of the syntax tree (ESTree), with what of it is looked at here. */
interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What chooses between two ways, whatever it is called. */
const BRANCHES = new Set([
  'ConditionalExpression',
  'IfStatement',
  'SwitchStatement',
  'TryStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);
/** What makes one text of others. */
const OPERATORS = new Set(['+', '*', '/']);
/** Methods that ask nothing. */
const METHODS = new Set(['map', 'join', 'slice', 'trim', 'trimEnd', 'toFixed', 'format']);

/** Words, or no items: what stands for a fact that is not known. */
function isStandIn(node: Node): boolean {
  const isEmptyList = node.type === 'ArrayExpression' && (node.elements as Node[]).length === 0;
  const isText = node.type === 'Literal' && typeof node.value === 'string';
  return isEmptyList || isText || node.type === 'TemplateLiteral';
}

/** A fact by its name, such as `facts.provider?.name`, or a table's words for one: nothing that is made of it. */
function isFact(node: Node): boolean {
  if (node.type === 'ChainExpression' || node.type === 'TSAsExpression') {
    return isFact(node.expression as Node);
  }
  if (node.type !== 'MemberExpression') return node.type === 'Identifier';
  return isFact(node.object as Node) && isFact(node.property as Node);
}

/** `known(fact, (it) => …it…)`: the words hold the fact that they depend on. */
function isInterpolation([fact, words]: Node[]): boolean {
  if (!fact || !words || !isFact(fact) || words.type !== 'ArrowFunctionExpression') return false;
  const [name, ...others] = namesIn(words.params);
  return name !== undefined && others.length === 0 && namesIn(words.body).includes(name);
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isNode(value)) return [];
  const own = value.type === 'Identifier' ? [String(value.name)] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

function isCallAllowed(node: Node): boolean {
  const callee = node.callee as Node;
  if (callee.type === 'Identifier') {
    // What the language itself brings, such as Number, makes one thing of another.
    if (/^[A-Z]/.test(String(callee.name))) return false;
    return callee.name !== 'known' || isInterpolation(node.arguments as Node[]);
  }
  if (callee.type !== 'MemberExpression' || callee.optional === true) return false;
  return METHODS.has(String((callee.property as Node).name));
}

function isDecision(node: Node, text: string): boolean {
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator !== '??' || !isStandIn(node.right as Node);
    case 'BinaryExpression':
      return !OPERATORS.has(String(node.operator));
    case 'UnaryExpression':
      return node.operator === '!';
    case 'AssignmentPattern':
      return !isStandIn(node.right as Node) && (node.right as Node).type !== 'Identifier';
    case 'CallExpression':
      return !isCallAllowed(node);
    case 'NewExpression':
      return !text.slice(node.start, node.end).startsWith('new Intl.ListFormat(');
    case 'Literal':
      return 'regex' in node;
    default:
      return BRANCHES.has(node.type);
  }
}

/**
 * Where a file of words decides by the facts which words are said, each with its line. It may put in a fact where
 * it is known and a stand-in where it is not, and call what has decided: nothing else.
 */
export const decisionsIn = (file: string) => decisionsInCode(read(file));

/** The same of the text of a file. */
export function decisionsInCode(text: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    if (isDecision(value, text)) {
      const line = text.slice(0, value.start).split('\n').length;
      found.push(
        `${line}: ${text.slice(value.start, value.end).replace(/\s+/g, ' ').slice(0, 100)}`,
      );
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(text, { lang: 'ts' }).body);
  return found;
}
