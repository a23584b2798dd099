import type { PaperText } from './paper';

interface Topic {
  readonly label: string;
  /**
   * Terms of the field, as global patterns, and what one is worth: thrice that in the title, and in the abstract once
   * for each of the first two times it stands there.
   */
  readonly terms: readonly (readonly [pattern: RegExp, weight: number])[];
}

/** Where papers stand that no topic's terms describe. */
export const otherTopic = 'Other';

const inTitle = 3;
const mostInAbstract = 2;
/** A paper belongs to a topic from this score on: more than the weakest term alone can give. */
const leastScore = 6;
/** Further topics are tags, if they score at least this part of the main one. */
const tagShare = 0.3;
const mostTags = 3;

/**
 * The rule from text to topics. Each term is one that people of the field use for the subject itself; what merely
 * comes along with it (“large language model”, “memory”, “storage”) tells nothing and is no term. Of equal scores the
 * topic that stands first wins.
 */
const topics: readonly Topic[] = [
  {
    label: 'KV cache compression',
    terms: [
      [/\bKV[- ]?cach(?:e|es|ing)\b/gi, 2],
      [/\bKV[- ]?cache (?:compression|quantization|eviction|merging|reduction|sparsity|dropping)\b/gi, 3],
      [/\b(?:key-value|\w*KV)\b/gi, 1],
      [/\b(?:evict|eviction|retained? tokens|heavy hitters?|important tokens|salient tokens)\b/gi, 1],
      [/\b(?:key states|key cache|value cache|KV (?:pairs|tokens|states|quantization))\b/gi, 1],
    ],
  },
  {
    label: 'LLM serving and inference',
    terms: [
      [/\b(?:serving|inference) (?:systems?|engines?|frameworks?|service)\b/gi, 2],
      [/\b(?:LLM|language model|model) (?:serving|services?|deployment)\b/gi, 2],
      [/\bserving\b/gi, 2],
      [/\b(?:latency|multi-GPU)\b/gi, 1],
      [/\b(?:vLLM|PagedAttention|SGLang|TensorRT)\b/gi, 1],
      [/\b(?:throughput|goodput|batching|batched)\b/gi, 1],
      [/\b(?:time[- ]to[- ]first[- ]token|TTFT|TPOT|SLOs?|service[- ]level|tail latency)\b/gi, 2],
      [
        /\b(?:prefill\w* and decoding|disaggregat\w+|continuous batching|prefix sharing|context switching|preempt\w+)\b/i,
        2,
      ],
      [/\bspeculative (?:decoding|execution)\b/gi, 2],
      [/\b(?:requests?|multi-tenant|cloud)\b/gi, 1],
    ],
  },
  {
    label: 'On-device and offloaded inference',
    terms: [
      [/\b(?:on-device|(?:edge|local|personal|low-resource|memory-limited) devices?)\b/gi, 3],
      [/\b(?:mobile devices?|smartphones?)\b/gi, 1],
      [/\b(?:on-device|edge) (?:inference|LLM|serving)\b/gi, 3],
      [/\b(?:offload\w*|swapping)\b/gi, 1],
      [/\b(?:flash memory|in a flash|computational storage|in-storage)\b/gi, 2],
      [/\b(?:SSDs?|NVMe)\b/g, 1],
      [/\bexternal (?:storage|memory)\b/gi, 2],
      [/\blimited (?:memory|DRAM)\b|\bmemory-limited\b|\bconsumer-grade\b/gi, 2],
      [/\b(?:LLM|language model|long-context|offline) inference\b/gi, 1],
    ],
  },
  {
    label: 'Retrieval-augmented generation',
    terms: [
      [/\bretrieval[- ]augment\w+/gi, 4],
      [/\bretrieval[- ]based (?:LMs?|language models?)\b/gi, 4],
      [/\bRAG\b/g, 3],
      [/\bcontext[- ]augmented\b/gi, 3],
      [/\b(?:retrieve[rd]|retrieved|knowledge base|datastores?|knowledge fusion)\b/gi, 1],
      [/\b(?:text )?chunks?\b/gi, 1],
    ],
  },
  {
    label: 'Quantization and low-bit models',
    terms: [
      [/\bquanti[sz](?:ation|ed|ing)\b/gi, 2],
      [
        /\b(?:quantization-aware|post-training quantization|weight quantization|integer-only|mixed-precision|block quantization)\b/i,
        2,
      ],
      [/\b(?:low|ultra-low|[1-8]|two|four)-?bit\b/gi, 2],
      [
        /\b(?:binari[sz]ation|binari[sz]ed|bit-?width|arbitrary precision|block floating point|weight[- ]clustering)\b/i,
        3,
      ],
      [/\b(?:INT[248]|mpGEMM|dequantiz\w+|tensor cores?)\b/gi, 1],
      [
        /\b(?:weight|model|LLM|matrix) (?:compression|decomposition|clustering)\b|\bcompressed (?:large )?(?:language models|LLMs)\b/i,
        2,
      ],
    ],
  },
  {
    label: 'Pruning, sparsity and distillation',
    terms: [
      [/\bprun(?:e|ed|ing)\b/gi, 2],
      [/\b(?:prune-retrain|magnitude pruning|structured pruning|lottery ticket)\b/gi, 3],
      [/\bsparse (?:networks?|models?|kernels|primitives|convnets?)\b/gi, 2],
      [/\bdistill?(?:ation|ing|ed)?\b/gi, 2],
      [/\bknowledge distillation\b/gi, 2],
      [/\bteacher\b/gi, 1],
      [/\b(?:parameter[- ]sharing|weight[- ]sharing|model[- ]compression)\b/gi, 2],
    ],
  },
  {
    label: 'Parameter-efficient fine-tuning',
    terms: [
      [/\bparameter[- ]efficien(?:t|cy)\b/gi, 2],
      [/\bparameter[- ]efficient (?:\w+ )?(?:fine-?tuning|tuning|transfer learning|updates)\b/gi, 3],
      [/\b(?:PEFT|PETL|PETuning|PET)\b/g, 2],
      [/\b(?:\w*LoRAM?|[Ll]ow-[Rr]ank [Aa]dapt(?:at)?ion)\b/g, 3],
      [/\b(?:adapters?|prompt[- ]tuning|prefix[- ]tuning|visual prompt)\b/gi, 2],
      [/\b(?:fine-?tuning|transfer learning)\b/gi, 1],
    ],
  },
  {
    label: 'Efficient optimizers',
    terms: [
      [/\boptimi[sz]ers?\b(?! states?)/gi, 2],
      [/\bmemory[- ]efficient (?:LLM )?(?:training|optimi[sz]ation|optimi[sz]ers?)\b/gi, 2],
      [/\b(?:optimizer states?|learning[- ]rate|gradient projection|momentum|preconditi\w+)\b/gi, 1],
      [/\b(?:AdamW?|SGDM?|Shampoo|SOAP|Muon|GaLore|Adafactor)\b/gi, 2],
      [/\b(?:second[- ]order|Hessian|Fisher information|inverse[- ]Hessian|curvature|natural gradient)\b/gi, 2],
    ],
  },
  {
    label: 'Large-scale training systems',
    terms: [
      [/\b(?:large-scale|LLM|model|MoE) (?:pre-?)?training\b/gi, 1],
      [/\bdistributed (?:pre-?)?training\b/gi, 3],
      [/\b(?:huge|\d+B)[- ](?:scale )?(?:models? |LLMs? )?(?:training|fine-?tuning)\b/gi, 3],
      [/\btraining (?:systems?|frameworks?|LLMs|a? ?\d+[BT] |at scale|trillion)/gi, 2],
      [/\b(?:data|model|pipeline|tensor|context|sequence)[- ]parallelism\b/gi, 2],
      [/\b(?:checkpointing|fault[- ]toleran\w+|stragglers?)\b/gi, 2],
      [/\b(?:Megatron\S*|DeepSpeed|ZeRO\S*|FSDP)/g, 1],
      [/\b(?:[\d,]{2,} (?:\w+ )?GPUs|trillion[- ]parameter|MFU|FLOPs? utilization|thousands of GPUs)\b/gi, 1],
      [
        /\b(?:federated learning|model aggregation|out-of-core|activation (?:memory|recomputation)|GNN training)\b/gi,
        3,
      ],
    ],
  },
  {
    label: 'Efficient attention',
    terms: [
      [/\b(?:linear|sparse|flash|exact|approximate|efficient|sub-?quadratic)[- ]?attention\b/gi, 3],
      [/\bFlashAttention\b/gi, 2],
      [/\b(?:linear|sub-?quadratic) complexity\b/gi, 2],
      [
        /\b(?:quadratic (?:time|complexity|in)|quadratically|self-attention|softmax attention|standard attentions?)\b/i,
        1,
      ],
      [/\bIO-aware(?:ness)?\b|\bI\/O complexity\b/gi, 2],
      [/\b(?:state[- ]space models?|Mamba|RWKV|linear RNNs?)\b/g, 1],
    ],
  },
  {
    label: 'Efficient network architectures',
    terms: [
      [/\b(?:neural )?architecture search\b|\bNAS\b|\bAutoML\b|\bautomatic machine learning\b/gi, 4],
      [/\b(?:simple|efficient|light-?weight|deeper|complex) (?:\w+ )?architectures?\b/gi, 2],
      [/\b(?:sub-?networks?|subnets|supernets?|many-in-one|elastic networks?)\b/gi, 2],
      [/\b(?:convolutional neural networks?|convnets?|CNNs?|MobileNet\w*)\b/gi, 1],
      [/\b(?:efficient|light-?weight) (?:\w+ )?(?:neural networks?|convnets?)\b|\bdepthwise separable\b/gi, 2],
      [/\befficient deep neural networks\b|\bresource[- ]efficient\b|\barithmetic complexity\b/gi, 2],
      [/\b(?:survey|dissertation)\b/gi, 1],
    ],
  },
  {
    label: 'Vector search and retrieval',
    terms: [
      [/\bvector (?:(?:similarity )?search|databases?|index\w*)\b/gi, 3],
      [/\b(?:approximate )?nearest neighbou?r search\b|\bANNS?\b|\bNNS\b/gi, 3],
      [/\bhashing\b/gi, 1],
      [/\b(?:binary (?:codes?|encodings?)|Hamming)\b/gi, 1],
      [/\b(?:cross-modal|dense|image|passage|document) retrieval\b/gi, 2],
      [/\bsemantic (?:search|index\w*|file|retrieval)\b/gi, 2],
      [/\bsimilarity search\b|\bdual-encoders?\b/gi, 2],
      [/\bproduct quantization\b|\binverted (?:index|file)\b|\bposting lists?\b/gi, 1],
    ],
  },
  {
    label: 'Neural rendering and 3D Gaussian splatting',
    terms: [
      [/\bGaussian splatting\b|\b[23]DGS\b/gi, 3],
      [/\b(?:neural )?radiance fields?\b|\b\w*NeRF\b/gi, 3],
      [/\blight fields?\b|\bNeLF\b/gi, 2],
      [/\b(?:novel[- ]view synthesis|volumetric rendering|neural rendering|splatting)\b/gi, 2],
      [/\b(?:3D reconstruction|scene reconstruction|3D scenes?)\b/gi, 1],
    ],
  },
  {
    label: 'Image and video generation',
    terms: [
      [/\b(?:text-to-image|image-to-image|text-to-video|video) (?:diffusion|generation|translation|editing)\b/gi, 3],
      [/\bdiffusion (?:probabilistic )?models?\b/gi, 2],
      [/\b(?:image|video) (?:generation|editing|synthesis)\b/gi, 2],
      [/\b(?:denoising|FID|generative adversarial networks?|GANs?)\b/g, 1],
    ],
  },
  {
    label: 'Compression and super-resolution',
    terms: [
      [/\b(?:lossless|lossy|image|video|data|neural|feature|supervised) compression\b/gi, 2],
      [/\bsuper-resolution\b|\bupscaling\b/gi, 3],
      [/\b(?:entropy coding|arithmetic coding|rate-distortion|bitrates?|bits-back|bit-rate)\b/gi, 2],
      [/\b(?:compress(?:ion)?\/decompress(?:ion)?|encod(?:e|ing) and decod(?:e|ing))\b/gi, 1],
      [/\bcolou?r (?:quanti[sz]ation|space|palette)\b|\bimage storage\b/gi, 3],
    ],
  },
  {
    label: 'Dataset curation and compression',
    terms: [
      [/\bdataset (?:compression|distillation|pruning|condensation|containment)\b/gi, 3],
      [/\bdata (?:curation|filtering|pruning|selection|lakes?|pools?|storing)\b/gi, 3],
      [/\b(?:deduplicat\w+|duplicat(?:e|ion)|redundant datasets?|high-quality data)\b/gi, 1],
      [/\b(?:storage-efficient|restructured)\b/gi, 2],
      [/\b(?:data augmentation|web data|image data|raw data)\b/gi, 1],
    ],
  },
  {
    label: 'Image and video recognition',
    terms: [
      [/\b(?:object|video object|incremental object) detection\b/gi, 3],
      [/\b(?:visual locali[sz]ation|camera poses?|3D recognition|semantic segmentation|point clouds?)\b/gi, 2],
      [/\b(?:video question[- ]answering|video understanding|VideoQA|\w*VQA)\b/gi, 3],
      [/\b(?:class-incremental|incremental) (?:learning|object)\b/gi, 3],
      [/\b(?:image|visual|object) (?:recognition|classification|segmentation)\b/gi, 2],
      [/\b(?:vision-language|multi-task|ImageNet\w*|COCO|KITTI|video)\b/gi, 1],
    ],
  },
];

/** The labels of all topics, in the rule's order, the catch-all last. */
export const topicLabels: readonly string[] = [...topics.map(({ label }) => label), otherTopic];

/**
 * What a paper is about, by its title and abstract: the main topic first, then others it touches. `Other` alone where
 * no topic's terms describe it.
 */
export function topicsOf(text: PaperText): readonly string[] {
  const scored = topics
    .map(({ label, terms }) => ({ label, score: scoreOf(terms, text) }))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score);
  const [main, ...others] = scored;
  if (!main) return [otherTopic];
  const tags = others.filter(({ score }) => score >= main.score * tagShare).slice(0, mostTags);
  return [main.label, ...tags.map(({ label }) => label)];
}

function scoreOf(terms: Topic['terms'], text: PaperText): number {
  let score = 0;
  for (const [pattern, weight] of terms) {
    if (occurrences(pattern, text.title, 1) > 0) score += weight * inTitle;
    score += weight * occurrences(pattern, text.abstract, mostInAbstract);
  }
  return score;
}

function occurrences(pattern: RegExp, text: string, most: number): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (count < most && pattern.test(text)) count++;
  return count;
}
