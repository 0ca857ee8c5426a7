import type { SaveTexts } from '../interface-texts.js';

export const save: SaveTexts = {
  ask: (file) => `写入 ${file} 吗？`,
  saved: (file, backup) => `✓ 已写入 ${file}。原来的内容（其中如有密码也会保留）保存在 ${backup}。`,
  refused: {
    'not-tried': () => '没有写入：建议的写法没有试过。请先用 --uri - 或 --sender 试一试。',
    'refused-in-trial': () => '没有写入：建议的写法试过了，但服务器没有全部接受。',
    changed: (file) => `没有写入：读取之后 ${file} 又被改动了。请重新运行检查。`,
    'read-only': (file) =>
      `没有写入：你没有权限写 ${file} 或其所在目录。请手动修改这一行，或者以文件所有者的身份运行检查。`,
    'outside-link': (file) =>
      `没有写入：${file} 是指向其他目录的链接。请到那个目录里运行检查，或者手动修改这一行。`,
    'hard-linked': (file) =>
      `没有写入：${file} 还有别的名字（硬链接），可能另有用途。请手动修改这一行。`,
    'no-space': (file) => `没有写入：${file} 所在的磁盘没有空间了。`,
    'not-a-file': (file) => `没有写入：${file} 不是普通文件。`,
    failed: (file) => `没有写入：系统不允许改动 ${file}。`,
    'half-written': (file, _, backup) =>
      `写入 ${file} 时磁盘出错，里面可能只有一部分新内容。原来的内容在 ${backup}，请复制回去。`,
    'no-spelling': (file) =>
      `没有写入：无论怎么写，读取 ${file} 的程序都得不到这个值。请手动修改这一行。`,
    'no-file': (_, variables) =>
      `没有写入：这里没有可以存放 ${variables} 的 env 文件。请用 --settings 指定一个。`,
    'compose-file': (file, variables) =>
      `没有写入：${variables} 写在 ${file} 的 environment: 里。请到那里手动修改。`,
    manifest: (file, variables) =>
      `没有写入：${variables} 来自 ${file}，本命令不改动 Kubernetes 清单。请手动把建议的值写进去，再运行：kubectl apply -f ${file}`,
    environment: (_, variables) =>
      `没有写入：${variables} 已在环境变量中设置，它优先于任何文件。请到设置它的地方修改。`,
    'command-line': (_, variables) => `没有写入：${variables} 是在命令行上给出的，不在任何文件里。`,
  },
};
