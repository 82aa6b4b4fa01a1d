import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inTraditionalCharacters } from './traditional-chinese.ts';

/** Checks that a name is written in some ways, among others. */
function check(name: string, ...forms: string[]): void {
  const written = inTraditionalCharacters(name);
  for (const form of forms) assert.ok(written.includes(form), `${name}: ${written.join(', ')}, not ${form}`);
}

describe('names in traditional characters', () => {
  test('in the mainland’s words, and in those of Taiwan, Hong Kong and Macao', () => {
    check('全球数字契约', '全球數字契約', '全球數位契約', '全球數碼契約');
    check('信息社会', '信息社會', '資訊社會');
    check('人工智能法', '人工智慧法');
    check('数字鸿沟', '數字鴻溝', '數位鴻溝', '數位落差', '數碼鴻溝');
    check('隐私权', '隱私權', '私隱權');
    check('可持续发展目标', '可持續發展目標', '永續發展目標');
    check('东盟', '東盟', '東協');
  });

  test('in shorter words that Taiwan has besides', () => {
    check('互联网治理论坛', '互聯網治理論壇', '網際網路治理論壇', '網路治理論壇');
    check('欧盟网络安全局', '歐盟網絡安全局', '歐盟網路安全局', '歐盟資安局');
    check('未来峰会', '未來峰會', '未來高峰會');
    check('开放式工作组', '開放式工作組', '開放式工作小組');
  });

  test('documents are no files, and processes none of computers', () => {
    check('牛津进程声明', '牛津進程聲明');
    for (const name of ['成果文件', '牛津进程声明', '特别程序', '数字资源支持机构'])
      for (const form of inTraditionalCharacters(name)) assert.doesNotMatch(form, /檔案|宣告|程式|支援|\u{e000}/u);
  });

  test('addresses have numbers, and a word is not taken out of the midst of two', () => {
    check('互联网名称与数字地址分配机构', '網際網路名稱與數字地址分配機構');
    check('互联网号码注册机构', '網際網路號碼註冊機構');
    assert.ok(inTraditionalCharacters('世界高峰会').every((form) => !form.includes('高高')));
  });

  test('none is the name itself', () => {
    assert.deepEqual(inTraditionalCharacters('公司'), []);
    assert.deepEqual(inTraditionalCharacters('IGF'), []);
  });
});
