import type { SpeechService } from '../../core/service/speechService.ts';

/** A constant service for all features; it forwards to the service of the current corpus, which changes with the folders. */
export class CurrentService implements SpeechService {
  readonly #current: () => SpeechService;

  constructor(current: () => SpeechService) {
    this.#current = current;
  }

  complete: SpeechService['complete'] = request => this.#current().complete(request);
  openings: SpeechService['openings'] = request => this.#current().openings(request);
  learn: SpeechService['learn'] = request => this.#current().learn(request);
  lookup: SpeechService['lookup'] = request => this.#current().lookup(request);
  phraseAt: SpeechService['phraseAt'] = request => this.#current().phraseAt(request);
  hover: SpeechService['hover'] = request => this.#current().hover(request);
  concordance: SpeechService['concordance'] = request => this.#current().concordance(request);
  rephrase: SpeechService['rephrase'] = request => this.#current().rephrase(request);
  similar: SpeechService['similar'] = request => this.#current().similar(request);
  borrowed: SpeechService['borrowed'] = request => this.#current().borrowed(request);
  series: SpeechService['series'] = request => this.#current().series(request);
  check: SpeechService['check'] = request => this.#current().check(request);
  draftLength: SpeechService['draftLength'] = request => this.#current().draftLength(request);
  seriesAt: SpeechService['seriesAt'] = request => this.#current().seriesAt(request);
  seriesLike: SpeechService['seriesLike'] = request => this.#current().seriesLike(request);
  seriesLookup: SpeechService['seriesLookup'] = request => this.#current().seriesLookup(request);
  sectionModels: SpeechService['sectionModels'] = request => this.#current().sectionModels(request);
  outline: SpeechService['outline'] = request => this.#current().outline(request);
  documents: SpeechService['documents'] = request => this.#current().documents(request);
  describe: SpeechService['describe'] = request => this.#current().describe(request);
  sidecarText: SpeechService['sidecarText'] = request => this.#current().sidecarText(request);
  locate: SpeechService['locate'] = request => this.#current().locate(request);
  rendering: SpeechService['rendering'] = request => this.#current().rendering(request);
  find: SpeechService['find'] = request => this.#current().find(request);
  cards: SpeechService['cards'] = () => this.#current().cards();
  addCard: SpeechService['addCard'] = request => this.#current().addCard(request);
  stats: SpeechService['stats'] = () => this.#current().stats();
}
