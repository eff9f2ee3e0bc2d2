import { openTestOrg, type TestOrg } from './testOrg.ts';

type Given = Parameters<typeof openTestOrg>;

/** One test org for all tests of the file, which a hook opens and closes: to be used in hooks and tests only. */
export function orgForFile(...given: Given): TestOrg {
  const test_ = {} as TestOrg;
  beforeAll(() => {
    Object.assign(test_, openTestOrg(...given));
  });
  afterAll(() => {
    test_.org.close();
  });
  return test_;
}

/** The same, without any record before each test. */
export function emptyOrgForEachTest(...given: Given): TestOrg {
  const test_ = orgForFile(...given);
  beforeEach(() => {
    test_.org.reset({ data: true });
  });
  return test_;
}

/** A test org of its own for each test: the same object for all of them, opened anew. */
export function orgForEachTest(...given: Given): TestOrg {
  const test_ = {} as TestOrg;
  beforeEach(() => {
    Object.assign(test_, openTestOrg(...given));
  });
  afterEach(() => {
    test_.org.close();
  });
  return test_;
}
