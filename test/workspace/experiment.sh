#!/usr/bin/env bash
set -euo pipefail

for bits in 2 4 8; do
  python train.py --cache-bits "$bits" | tee "cache-$bits.log"
done
