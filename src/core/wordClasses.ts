/** Words that no topic's name has in it: they end a phrase. */
const breaking = `
a about above across after again against all also although always am among an and another any are around as at away be
because been before behind being below beneath beside besides between beyond both but by came can cannot could did do
does done down due during each either else enough etc even ever every few first for from further get gets give given
gives go got had has have having he hence her here hers him his how however i if in inside instead into is it its itself
just last least less let like made make makes making many may me might mine more most much must my near need needs
neither never next no nor not nothing now of off on once one only onto or other others our ours out outside over own per
perhaps put quite rather really same second see seem several shall she should since so some soon still such than that
the their them then there therefore these they third this those though three through throughout thus to together too
toward towards two under unless until up upon us use used useful uses using via very was way ways we well were what
whatever when where whether which while who whole whom whose why will with within without would yet you your
able accurate achieve achieves achieving actually adaptive additional address advanced advances allow allows almost
alternative amazing application applications applied apply applying approach approaches appropriate aware aspect aspects
augmented available aware basic basis better best beyond beat boost boosting brief bridging broad build building built
case cases certain challenge challenges challenging clever close closing combine combined combining common comparative
compare compared comparing comparison comparisons complete complex comprehensive compute computing concept conference
consider considering consideration considerations consistent contribution create creating critical current cheap de
demonstrate demonstrated demonstration describe design designing designs detailed develop developed developing
development developments different difficult direct directly discover discovering discovery discuss discussion diverse
driven dynamic easy effect effective effectively effects efficacy efficient efficiently efficiency empirical enable
enabled enables enabling enhance enhanced enhancement enhancing ensure et al evaluate evaluating evaluation evaluations
evidence exact examine example examples excellent exist existing experiment experimental experiments explain exploit
exploiting exploration explore exploring extend extended extending extension extensive extremely facilitate fast faster
feasible finding findings finer flexible focus following framework frameworks free fundamental future general
generalized generic good great guide handle hard high higher highly idea impact implement implementation implementing
implications important improve improved improvement improvements improving increase increased increasing independent
initial innovative insight insights integrate integrated integrating integration interesting interplay introduce
introduction investigate investigating investigation involving issue issues joint jointly key know known kind la large
larger latest lead leading learnable learned learnt lessons level leverage leverages leveraging lightweight limited
little long look low lower main major matter matters mean means measure meet method methodology methods minimal
modern modular multiple multi my natural necessary new non note novel number observation obtain offer open optimal order
original outperform overall overcoming overview paper papers part particular perform performance performing perspective
perspectives possible potential power powerful practical practice practices preliminary present presented presents
previous principled principles problem problems procedure propose proposed proposes proposing proof prototype prove
provide provides providing pure purpose quantitative quick quickly rapid real recent reduce reduced
reducing related relative relevant reliable report require required requirements requires research result results
rethinking recover recovering reveal review revisit revisited revisiting rich right robust robustness robustly role scalable scale scenario
scenarios scheme schemes sensitive set sets shot show showing shown shows significant similar simple simplified simply
simultaneous single small smart solution solutions solve solving some sound special specific state statistical step steps
strategies strategy strong structured studies study studying successful sufficient suitable superior support survey
systematic take takes task tasks technical technique techniques test tested testing theoretical theory therefore thing
think tight tool toolkit tools top toward traditional tractable true try tutorial type types typical ultra understand
unified unifying unique universal unknown unlocking up usage user users utilizing valid validate validation value
variable variant variants various variety versatile view viewpoint want wide widely work working works world worse worst
based oriented centric agnostic guided guarantee guarantees inspired aided assisted constrained free invariant
conditioned weighted controlled rd st th vs ii iii toward case
`;

/** Words that need others beside them to say anything. */
const vague = `
accuracy action activity adaptation agent algorithm algorithmic algorithms analysis analytical architecture area
artificial assessment automated automatic autonomous behavior behaviour benchmark benchmarking benchmarks bound
bounds category change class coarse collection collaborative collective component condition constraint constraints
construction content context contextual control controller convolutional cooperative cost cross curve data database
dataset datasets deep decision dense dependence detection device dimension dimensional direction discriminative distance
distributed distribution domain end engine environment environments error estimation estimator event expert expressive
external fast feature features feedback field fine fixed form formal frame function functional functions fusion
generation generative geometric global goal gradient graphical group guidance hidden hierarchical hierarchy human hybrid
image images implicit inference information input intelligence intelligent interaction interactive interface internal
iterative kernel knowledge label labels language latent layer learner learning line linear list local loop machine
management map mapping match matching material matrix mechanism mechanical memory metric metrics missing mixed mixture
mobile model modeling modelling models mode module motion multimodal natural network networks neural node noise noisy
nonlinear object objective objects online operation operator optimization optimisation optimizing output pair parallel
parameter parametric path pattern perception physical pipeline platform point policy pose position prediction predictive
prior probabilistic process processes processing program progressive property quality query random range rate ratio
reasoning recognition reconstruction recurrent reference region regional regression relation relational relationship
representation representations response risk robot robotic robotics robots rule safe safety sample samples sampling
scene search segment selection self semantic semantics semi sensing sensor sensors sequence sequential shape shared
signal similarity simulation size skill social software source space spaces spatial spatio sparse speed stability stable
static stochastic stream structural structure structures style supervised supervision surface symbolic synthesis system
systems target teaching template temporal term text time topic tracking training transfer transformation translation
tree unit unsupervised update variation vector vehicle video vision visual weak weakly web weight word words zero
understanding estimating generating wild gap failure resource norm rank private answering answer question pre entity complexity completion correction extraction retrieval alignment bias contact hand arm loss energy flow resolution ai identification consistency instance abstract
annotation light team communication obstacle filter logic game preference sim density angle tip cell spring generalization approximate approximation equivalence explicit inverse body
`;

const asSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** How much a word says of what a text is about. */
export const wordClasses = { breaking: asSet(breaking), vague: asSet(vague) } as const;
