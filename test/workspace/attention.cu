#include <cuda_runtime.h>

constexpr int kTile = 64;

// One block computes one tile of rows; the scores never leave shared memory.
__global__ void tiledAttention(const float *query, const float *key, const float *value, float *out, int n, int d) {
  extern __shared__ float tile[];
  const int row = blockIdx.x * blockDim.x + threadIdx.x;
  float maximum = -1e30f, sum = 0.0f;
  for (int start = 0; start < n; start += kTile) {
    for (int i = threadIdx.x; i < kTile * d; i += blockDim.x) tile[i] = key[start * d + i];
    __syncthreads();
    if (row < n) {
      for (int j = 0; j < kTile && start + j < n; ++j) {
        float score = 0.0f;
        for (int k = 0; k < d; ++k) score += query[row * d + k] * tile[j * d + k];
        const float larger = fmaxf(maximum, score);
        sum = sum * expf(maximum - larger) + expf(score - larger);
        maximum = larger;
      }
    }
    __syncthreads();
  }
  if (row < n) out[row] = value[row] / sum;
}
