import { expect } from 'chai';
import { topicLabels, topicsOf } from '../../src/core/topics';

describe('topics', () => {
  it('have names of their own, the catch-all last', () => {
    expect(topicLabels.length).to.be.within(10, 18);
    expect(new Set(topicLabels).size).to.equal(topicLabels.length);
    expect(topicLabels.at(-1)).to.equal('Other');
  });

  // Papers and phrases that are not in the bundled corpus.
  const heldOut: readonly [string, string, string][] = [
    ['KV cache compression', 'H2O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language Models', 'A large amount of transient state, referred to as the KV cache, is stored in GPU memory. We propose a KV cache eviction policy that retains recent and heavy hitter tokens.'],
    ['LLM serving and inference', 'Efficient Memory Management for Large Language Model Serving with PagedAttention', 'High throughput serving of large language models requires batching sufficiently many requests at a time. We build vLLM, an LLM serving system that improves throughput with the same latency.'],
    ['LLM serving and inference', 'Orca: A Distributed Serving System for Transformer-Based Generative Models', 'We propose iteration-level scheduling and selective batching for inference serving.'],
    ['On-device and offloaded inference', 'FlexGen: High-Throughput Generative Inference with a Single GPU and Offloading', 'We run inference with limited GPU memory by offloading weights to CPU memory and SSDs. Offloading schedules are found by a linear program.'],
    ['Retrieval-augmented generation', 'Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks', 'We combine a parametric memory with passages retrieved from a dense index of Wikipedia.'],
    ['Quantization and low-bit models', 'GPTQ: Accurate Post-Training Quantization for Generative Pre-trained Transformers', 'We quantize weights to 3 or 4-bit with little loss.'],
    ['Quantization and low-bit models', 'XNOR-Net: ImageNet Classification Using Binary Convolutional Neural Networks', 'We propose network binarization: weights and inputs are binarized to one bit-width.'],
    ['Pruning, sparsity and distillation', 'SparseGPT: Massive Language Models Can Be Accurately Pruned in One-Shot', 'We show that models can be pruned to 50% sparsity without retraining. Our pruning method is one-shot.'],
    ['Pruning, sparsity and distillation', 'DistilBERT, a distilled version of BERT', 'We leverage knowledge distillation from a teacher during pre-training to make a smaller model.'],
    ['Parameter-efficient fine-tuning', 'LoRA: Low-Rank Adaptation of Large Language Models', 'We freeze the pre-trained weights and inject trainable low-rank matrices, an alternative to fine-tuning and to adapters.'],
    ['Efficient optimizers', 'Adafactor: Adaptive Learning Rates with Sublinear Memory Cost', 'Like Adam, the optimizer keeps moving averages. We reduce the memory of optimizer states.'],
    ['Large-scale training systems', 'GPipe: Easy Scaling with Micro-Batch Pipeline Parallelism', 'We introduce a pipeline parallelism library for training giant models across accelerators.'],
    ['Large-scale training systems', 'Towards Federated Learning at Scale: System Design', 'Federated learning trains on a large corpus of decentralized data.'],
    ['Efficient attention', 'Linformer: Self-Attention with Linear Complexity', 'Self-attention is quadratic in sequence length. We reduce it to linear complexity.'],
    ['Efficient attention', 'Reformer and Other Forms of Sparse Attention', 'We replace dense attention by locality-sensitive sparse attention.'],
    ['Efficient network architectures', 'Once-for-All: Train One Network and Specialize it for Efficient Deployment', 'From one supernet we get sub-networks without a separate neural architecture search.'],
    ['Efficient network architectures', 'DARTS: Differentiable Architecture Search', 'We relax architecture search to be continuous.'],
    ['Vector search and retrieval', 'DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node', 'We present a graph index for approximate nearest neighbor search.'],
    ['Neural rendering and 3D Gaussian splatting', '3D Gaussian Splatting for Real-Time Radiance Field Rendering', 'We achieve novel-view synthesis in real time.'],
    ['Neural rendering and 3D Gaussian splatting', 'Instant Neural Graphics Primitives', 'A hash encoding makes neural radiance fields train in seconds. NeRF becomes fast.'],
    ['Image and video generation', 'High-Resolution Image Synthesis with Latent Diffusion Models', 'Diffusion models achieve state-of-the-art image generation.'],
    ['Compression and super-resolution', 'Variational Image Compression with a Scale Hyperprior', 'Our image compression model beats others in rate-distortion and uses entropy coding.'],
    ['Dataset curation and compression', 'Dataset Distillation by Matching Training Trajectories', 'Dataset distillation is the task of synthesizing a small dataset.'],
    ['Image and video recognition', 'End-to-End Object Detection with Transformers', 'We view object detection as a set prediction problem, evaluated on COCO.'],
    ['LLM serving and inference', 'Fast Inference from Transformers via Speculative Decoding', 'Inference from large autoregressive models is slow. We introduce speculative decoding.'],
    ['Image and video recognition', 'Deep Residual Learning for Image Recognition', 'Deeper neural networks are more difficult to train. On the ImageNet dataset we evaluate residual nets, and obtain a 28% relative improvement on the COCO object detection dataset.'],
    ['Vector search and retrieval', 'Dense Passage Retrieval for Open-Domain Question Answering', 'We show that retrieval can be implemented using dense representations alone, with a dual-encoder framework.'],
    ['Image and video generation', 'Denoising Diffusion Probabilistic Models', 'We present high quality image synthesis results using diffusion probabilistic models, with an FID score of 3.17.'],
    ['Efficient network architectures', 'MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications', 'MobileNets use depthwise separable convolutions to build light weight deep neural networks.'],
    ['Other', 'Attention Is All You Need', 'The dominant sequence transduction models are based on complex recurrent or convolutional neural networks. We propose a new simple network architecture, the Transformer, based solely on attention mechanisms.'],
    ['Other', 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding', 'BERT is designed to pre-train deep bidirectional representations from unlabeled text. It can be fine-tuned with one additional output layer.'],
    ['Other', 'Universal Language Model Fine-tuning for Text Classification', 'We propose an effective transfer learning method for fine-tuning a language model.'],
    ['Other', 'Proximal Policy Optimization Algorithms', 'We propose a family of policy gradient methods for reinforcement learning.'],
    ['Other', 'A Large Language Model', 'Large language models need memory and storage.'],
    ['Other', '', ''],
  ]; // prettier-ignore
  for (const [topic, title, abstract] of heldOut) {
    it(`${title || 'nothing'} → ${topic}`, () => expect(topicsOf({ title, abstract })[0]).to.equal(topic));
  }

  it('names further topics after the main one', () => {
    const title = 'KIVI: 2-Bit Quantization for KV Cache';
    const abstract = 'KV cache quantization to 2-bit. The quantized KV cache keeps quality.';
    expect(topicsOf({ title, abstract })).to.have.members(['KV cache compression', 'Quantization and low-bit models']);
  });

  it('never names the catch-all beside another', () => {
    for (const [, title, abstract] of heldOut) {
      const topics = topicsOf({ title, abstract });
      expect(topics.length === 1 || !topics.includes('Other')).to.equal(true);
    }
  });

  it('weighs the title more than the abstract', () => {
    expect(topicsOf({ title: 'Object Detection', abstract: 'Neural architecture search helps.' })[0]).to.equal(
      'Image and video recognition',
    );
  });
});
