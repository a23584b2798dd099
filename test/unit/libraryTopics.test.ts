import { expect } from 'chai';
import { Library } from '../../src/core/library';
import { LibraryTopics } from '../../src/core/libraryTopics';
import type { LibrarySource } from '../../src/core/libraryMember';
import type { PaperRecord } from '../../src/core/paper';
import type { TopicText } from '../../src/core/topicPhrases';
import { record } from './libraryRecords';

/** Papers about a few subjects that the bundled papers know nothing of. */
const subjects: readonly (readonly [label: string, titles: readonly string[], sentence: string])[] = [
  [
    'Visual servoing',
    ['Visual servoing of a {} arm', 'Uncalibrated visual servoing with {}', '{} for image-based visual servoing'],
    'Visual servoing moves the arm until the image error vanishes. We prove that visual servoing converges in spite of calibration errors of the camera.',
  ],
  [
    'Legged locomotion',
    ['Legged locomotion on {}', 'Robust legged locomotion by {}', '{} and legged locomotion'],
    'Legged locomotion needs foot placement and gait transitions. Our quadruped shows legged locomotion over stairs with a learned gait.',
  ],
  [
    'SLAM',
    ['Dense SLAM in {}', '{} for monocular SLAM', 'Semantic SLAM with {}'],
    'SLAM estimates a map and a trajectory at once. Loop closure keeps SLAM consistent; we evaluate drift of our SLAM on KITTI.',
  ],
  [
    'Soft grippers',
    ['Soft grippers made of {}', '{} in soft grippers', 'Pneumatic soft grippers for {}'],
    'Soft grippers hold fragile fruit by compliant fingers. The silicone of our soft grippers bends under air pressure.',
  ],
];
const things = 'silicone, rough terrain, point features, offices, wet leaves, tendons, lines, gardens'.split(', ');

const papers: readonly TopicText[] = things.flatMap((thing, turn) =>
  subjects.map(([, titles, abstract]) => ({ title: titles[turn % titles.length]!.replace('{}', thing), abstract })),
);

const user: LibrarySource = { uri: 'file:///own.bib', kind: 'user' };
const bundled: LibrarySource = { uri: 'file:///papers.json', kind: 'bundled' };
const records = papers.map(({ title, abstract }, at) => record({ title, abstract, key: `k${at}` }));
const topicsIn = (library: Library): ReadonlyMap<string, readonly string[]> =>
  new Map(library.papers().map((paper) => [paper.id, library.withTopics(paper).topics]));

describe('Topics of a library', () => {
  it('are found in it and named in its own words', () => {
    const topics = new LibraryTopics(papers);
    expect(topics.labels).to.have.members(subjects.map(([label]) => label));
    papers.forEach((paper, at) => expect(topics.topicsOf(paper), paper.title).to.eql([subjects[at % 4]![0]]));
  });

  it('place a paper by its words where it does not name its subject', () => {
    const topics = new LibraryTopics(papers);
    const paper = {
      title: 'Climbing stairs',
      abstract: 'A quadruped that learned foot placement and gait transitions.',
    };
    expect(topics.topicsOf(paper)).to.eql(['Legged locomotion']);
    expect(topics.topicsOf({ title: 'Medieval trade', abstract: 'Ships carried salt.' })).to.eql([]);
  });

  it('are the same for the same papers in any order', () => {
    const [topics, reversed] = [new LibraryTopics(papers), new LibraryTopics(papers.toReversed())];
    expect(reversed.labels).to.have.members(topics.labels);
    for (const paper of papers) expect(reversed.topicsOf(paper)).to.eql(topics.topicsOf(paper));
  });

  it('keep their labels when others would be a little better', () => {
    const moving = papers.map(({ title, abstract }) => ({
      title: title.replace('Legged locomotion', 'Legged locomotion of quadruped robots'),
      abstract: abstract.replaceAll('quadruped', 'quadruped robots, and quadruped robots'),
    }));
    expect(new LibraryTopics(moving, ['Quadruped robots']).labels).to.include('Quadruped robots');
    expect(new LibraryTopics(moving, ['Legged locomotion']).labels).to.include('Legged locomotion');
  });

  it('are the keywords of those who have some', () => {
    const own = papers.map((paper, at) =>
      at % 4 < 2 ? { ...paper, keywords: [at % 8 < 4 ? 'My-arms' : 'my arms', `only ${at}`] } : paper,
    );
    const topics = new LibraryTopics(own);
    expect(topics.labels).to.have.members(['My-arms', 'SLAM', 'Soft grippers']);
    expect(topics.topicsOf({ title: 'X', abstract: '', keywords: ['MY ARMS'] })).to.eql(['My-arms']);
    expect(topics.topicsOf({ title: 'Dense SLAM', abstract: '', keywords: ['only one'] })).to.eql(['SLAM']);
  });

  it('are none of what every paper is about', () => {
    const about = papers.map(({ title, abstract }) => ({
      title: `${title}: haptics`,
      abstract: `Haptics. ${abstract} Haptics.`,
    }));
    expect(new LibraryTopics(about).labels).to.not.include('Haptics');
  });

  it('are none where there is nothing to find', () => {
    for (const none of [
      [],
      [{ title: '', abstract: '' }],
      [
        { title: '…', abstract: '?!' },
        { title: 'the of', abstract: '1 2' },
      ],
    ]) {
      const topics = new LibraryTopics(none);
      expect(topics.labels).to.eql([]);
      expect(topics.topicsOf({ title: 'SLAM', abstract: '' })).to.eql([]);
    }
  });

  describe('in the library', () => {
    it('are given to papers that have none, the catch-all to those that fit nowhere', () => {
      const library = new Library();
      library.replaceSource(user, [...records, record({ title: 'Medieval trade', key: 'trade' })]);
      const topics = topicsIn(library);
      expect(topics.get('file:///own.bib#k2')).to.eql(['SLAM']);
      expect(topics.get('file:///own.bib#trade')).to.eql(['Other']);
    });

    it('leave those of the bundled papers as they are', () => {
      const library = new Library();
      library.replaceSource(bundled, [
        record({ title: 'Dense SLAM', key: 'b', topics: ['Efficient attention', 'Other'] }),
      ]);
      library.replaceSource(user, records);
      expect(topicsIn(library).get('file:///papers.json#b')).to.eql(['Efficient attention', 'Other']);
      expect(topicsIn(library).get('file:///own.bib#k2')).to.eql(['SLAM']);
    });

    it('are those of the bundled papers where a library is about the same', () => {
      const library = new Library();
      const attention = ['Linear', 'Sparse', 'Exact'].map((kind) =>
        record({ title: `${kind} attention is sub-quadratic attention`, key: kind }),
      );
      library.replaceSource(user, attention);
      expect(topicsIn(library).get('file:///own.bib#Linear')).to.eql(['Other']);
      library.replaceSource(
        bundled,
        Array.from({ length: 9 }, (_, at) => record({ title: `B ${at}`, topics: ['Efficient attention'] })),
      );
      expect(topicsIn(library).get('file:///own.bib#Linear')).to.eql(['Efficient attention']);
    });

    it('are the groups that a person has made', () => {
      const library = new Library();
      library.replaceSource(user, [
        ...records,
        record({ title: 'Dense SLAM', key: 'g', groups: ['Chapter 2', 'Maps'] }),
      ]);
      expect(topicsIn(library).get('file:///own.bib#g')).to.eql(['Chapter 2', 'Maps']);
    });

    it('stay when a few papers come', () => {
      const library = new Library();
      library.replaceSource(user, records);
      const before = topicsIn(library);
      const more: readonly PaperRecord[] = [record({ title: 'Dense SLAM at night', key: 'new' })];
      library.replaceSource(user, [...records, ...more]);
      const after = topicsIn(library);
      expect(after.get('file:///own.bib#new')).to.eql(['SLAM']);
      for (const [id, topics] of before) expect(after.get(id)).to.eql(topics);
    });

    it('are found anew when much has changed', () => {
      const library = new Library();
      library.replaceSource(user, records.slice(0, 4));
      expect(topicsIn(library).get('file:///own.bib#k2')).to.eql(['Other']);
      library.replaceSource(user, records);
      expect(topicsIn(library).get('file:///own.bib#k2')).to.eql(['SLAM']);
    });

    it('are what a person corrects them to, whatever becomes of the paper', () => {
      const library = new Library();
      library.replaceSource(user, records);
      library.correctTopics(new Map([['file:///own.bib#k2', 'Mine']]));
      expect(topicsIn(library).get('file:///own.bib#k2')).to.eql(['Mine', 'SLAM']);
      library.replaceSource(user, records.with(2, { ...records[2]!, doi: '10.1000/x' }));
      expect(topicsIn(library).get('doi:10.1000/x')).to.eql(['Mine', 'SLAM']);
      library.correctTopics(new Map());
      expect(topicsIn(library).get('doi:10.1000/x')).to.eql(['SLAM']);
    });
  });
});
