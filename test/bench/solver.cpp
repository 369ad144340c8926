// The search for prices of engine/model/market (nestedLogit.ts, bertrand.ts), operation for operation, as a compiler of C++ makes
// it: what the language costs where the arithmetic is the same. `bounds.ts` compiles it, writes its input and reads its answer.
//
//     solver FILE REPEATS      prints "microseconds X rounds Y sum Z": a search, its rounds, and the sum of all prices
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Numbers = std::vector<double>;
using Places = std::vector<int>;

struct Market {
  int products, types, makers, nests;
  Places typeOff, typeMaker, typeNest, nestOff;
  double a, sigma;
  Numbers delta;
};

struct Type {
  double weight, markup, share, pull, response, spill, residual, spare;
};

struct Maker {
  double recapture, constant, inverse;
};

struct Work {
  Places makerOff, makerTypes, makerNests;
  std::vector<Type> types;
  std::vector<Maker> makers;
  Numbers system, fall, sum, top, nestShare, weight, within, typeMarkup, price;
  int rounds = 0;
};

static Work workOf(const Market& m) {
  Work w;
  w.makerOff.assign(m.makers + 1, 0);
  for (int n = 0; n < m.types; n++) w.makerOff[m.typeMaker[n] + 1]++;
  for (int f = 0; f < m.makers; f++) w.makerOff[f + 1] += w.makerOff[f];
  for (int n = 0; n < m.types; n++) w.makerTypes.push_back(n);
  std::stable_sort(w.makerTypes.begin(), w.makerTypes.end(),
                   [&](int one, int other) { return m.typeMaker[one] < m.typeMaker[other]; });
  for (int n : w.makerTypes) w.makerNests.push_back(m.typeNest[n]);
  w.types.resize(m.types);
  w.makers.resize(m.makers);
  w.system.resize(m.nests * (m.nests + 2));
  for (Numbers* one : {&w.fall, &w.sum, &w.top, &w.nestShare}) one->resize(m.nests);
  for (Numbers* one : {&w.weight, &w.typeMarkup}) one->resize(m.types);
  for (Numbers* one : {&w.within, &w.price}) one->resize(m.products);
  return w;
}

static void weighProducts(const Market& m, const double* cost, Work& w) {
  const double slope = 1 / (1 - m.sigma);
  for (int g = 0; g < m.nests; g++) {
    double top = -INFINITY;
    for (int i = m.typeOff[m.nestOff[g]]; i < m.typeOff[m.nestOff[g + 1]]; i++) {
      w.within[i] = (m.delta[i] - m.a * cost[i]) * slope;
      if (w.within[i] > top) top = w.within[i];
    }
    w.top[g] = top;
    for (int n = m.nestOff[g]; n < m.nestOff[g + 1]; n++) {
      double sum = 0;
      for (int i = m.typeOff[n]; i < m.typeOff[n + 1]; i++) {
        w.within[i] = w.within[i] > top - 700 ? std::exp(w.within[i] - top) : 0;
        sum += w.within[i];
      }
      w.weight[n] = sum;
    }
  }
}

static double residuals(const Market& m, Work& w) {
  const double within = 1 - m.sigma;
  std::fill(w.sum.begin(), w.sum.end(), 0);
  for (int p = 0; p < m.types; p++) {
    Type& t = w.types[p];
    t.share = t.weight == 0 ? 0 : t.weight * std::exp(-t.markup);
    w.sum[w.makerNests[p]] += t.share;
  }
  double top = 0;
  for (int g = 0; g < m.nests; g++) top = std::max(top, within * w.top[g]);
  double total = std::exp(-top);
  for (int g = 0; g < m.nests; g++) {
    w.nestShare[g] = w.sum[g] > 0 ? std::exp(within * (w.top[g] + std::log(w.sum[g])) - top) : 0;
    total += w.nestShare[g];
  }
  for (double& share : w.nestShare) share *= 1 / total;
  for (int g = 0; g < m.nests; g++) w.fall[g] = w.sum[g] > 0 ? 1 / w.sum[g] : 0;
  double largest = 0;
  for (int f = 0; f < m.makers; f++) {
    double recaptured = 0;
    for (int p = w.makerOff[f]; p < w.makerOff[f + 1]; p++) {
      Type& t = w.types[p];
      const double s = t.share * w.fall[w.makerNests[p]];
      const double steepness = 1 / (1 - m.sigma * s);
      t.share = s;
      t.pull = m.sigma * s * steepness;
      t.spill = within * w.nestShare[w.makerNests[p]] * s * steepness;
      recaptured += t.spill;
    }
    w.makers[f].recapture = recaptured;
    for (int p = w.makerOff[f]; p < w.makerOff[f + 1]; p++) {
      Type& t = w.types[p];
      const double excess = t.markup * (1 - m.sigma * t.share) * (1 - recaptured) - 1;
      t.residual = excess / (1 + 0.5 * excess);
      largest = std::max(largest, std::abs(excess));
    }
  }
  return largest;
}

static void weighMakers(const Market& m, Work& w) {
  const double within = 1 - m.sigma;
  for (int f = 0; f < m.makers; f++) {
    double resistance = 1 - w.makers[f].recapture;
    double sum = 0;
    for (int p = w.makerOff[f]; p < w.makerOff[f + 1]; p++) {
      Type& t = w.types[p];
      const double damping = 1 / (1 + t.markup * t.pull);
      const double own = t.spill * t.markup * damping * (1 + t.pull);
      t.response = t.markup * damping;
      t.spill = t.spill * (damping * (1 + t.pull) - within);
      resistance += own;
      sum += own * t.residual;
    }
    w.makers[f].inverse = 1 / resistance;
    w.makers[f].constant = sum / resistance;
  }
}

static void balanceNests(const Market& m, Work& w) {
  const int width = m.nests + 2;
  std::fill(w.system.begin(), w.system.end(), 0);
  for (int f = 0; f < m.makers; f++) {
    const Maker& maker = w.makers[f];
    const int first = w.makerOff[f], last = w.makerOff[f + 1];
    for (int p = first; p < last; p++) {
      const Type& t = w.types[p];
      double* line = &w.system[w.makerNests[p] * width];
      const double reach = t.share * t.response;
      line[w.makerNests[p]] -= reach * t.pull;
      line[m.nests] += reach * (maker.constant - t.residual);
      if (maker.recapture <= 0.02) continue;
      line[m.nests + 1] += reach * maker.recapture * maker.inverse;
      const double spread = reach * maker.inverse;
      for (int q = first; q < last; q++) line[w.makerNests[q]] -= spread * w.types[q].spill;
    }
  }
  for (int g = 0; g < m.nests; g++) {
    double* line = &w.system[g * width];
    const double throughMean = line[m.nests + 1] * (1 - m.sigma);
    for (int h = 0; h < m.nests; h++) line[h] -= throughMean * w.nestShare[h];
    line[g] += 1;
  }
}

static void solveNests(const Market& m, Work& w) {
  const int n = m.nests, width = n + 2;
  double* s = w.system.data();
  for (int pivot = 0; pivot < n; pivot++) {
    const double inverse = 1 / s[pivot * width + pivot];
    for (int row = pivot + 1; row < n; row++) {
      const double factor = s[row * width + pivot] * inverse;
      for (int column = pivot + 1; column <= n; column++) s[row * width + column] -= factor * s[pivot * width + column];
    }
  }
  for (int row = n - 1; row >= 0; row--) {
    double value = s[row * width + n];
    for (int column = row + 1; column < n; column++) value -= s[row * width + column] * w.fall[column];
    w.fall[row] = value / s[row * width + row];
  }
}

static void step(const Market& m, Work& w) {
  const double pace = w.rounds > 20 ? 0.5 : 1;
  double mean = 0;
  for (int g = 0; g < m.nests; g++) mean += (1 - m.sigma) * w.nestShare[g] * w.fall[g];
  for (int f = 0; f < m.makers; f++) {
    const Maker& maker = w.makers[f];
    double spilled = maker.recapture * mean;
    for (int p = w.makerOff[f]; p < w.makerOff[f + 1]; p++) spilled += w.types[p].spill * w.fall[w.makerNests[p]];
    const double rise = maker.constant + maker.inverse * spilled;
    for (int p = w.makerOff[f]; p < w.makerOff[f + 1]; p++) {
      Type& t = w.types[p];
      const double next = t.markup + pace * t.response * (t.pull * w.fall[w.makerNests[p]] + rise - t.residual);
      const double least = t.markup > 2 ? t.markup / 2 : 1;
      const double most = t.markup < 300 ? 2 * t.markup : 600;
      t.markup = next > least ? (next < most ? next : most) : least;
    }
  }
}

static void solve(const Market& m, const double* cost, Work& w) {
  weighProducts(m, cost, w);
  const double scale = m.a / (1 - m.sigma);
  for (int p = 0; p < m.types; p++) {
    const double scaled = w.typeMarkup[w.makerTypes[p]] * scale;
    w.types[p].weight = w.weight[w.makerTypes[p]];
    w.types[p].markup = scaled >= 1 && scaled <= 600 ? scaled : 1;
  }
  for (w.rounds = 1; residuals(m, w) >= 1e-12 && w.rounds < 100; w.rounds++) {
    weighMakers(m, w);
    balanceNests(m, w);
    solveNests(m, w);
    step(m, w);
  }
  for (int p = 0; p < m.types; p++) w.typeMarkup[w.makerTypes[p]] = w.types[p].markup / scale;
  for (int n = 0; n < m.types; n++)
    for (int i = m.typeOff[n]; i < m.typeOff[n + 1]; i++) w.price[i] = cost[i] + w.typeMarkup[n];
}

static Numbers numbersOf(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) std::exit(1);
  Numbers all;
  for (double one; std::fread(&one, sizeof one, 1, file) == 1;) all.push_back(one);
  std::fclose(file);
  return all;
}

int main(int, char** words) {
  const Numbers all = numbersOf(words[1]);
  const double* at = all.data();
  const auto places = [&](int count) {
    Places some(at, at + count);
    at += count;
    return some;
  };
  Market m;
  const Places sizes = places(5);
  m.products = sizes[0], m.types = sizes[1], m.makers = sizes[2], m.nests = sizes[3];
  const int cases = sizes[4];
  m.typeOff = places(m.types + 1), m.typeMaker = places(m.types), m.typeNest = places(m.types), m.nestOff = places(m.nests + 1);
  m.a = *at++, m.sigma = *at++;
  m.delta.assign(at, at + m.products);
  const double* costs = at + m.products;
  Work w = workOf(m);
  const int repeats = std::atoi(words[2]);
  double sum = 0, rounds = 0, best = INFINITY;
  for (int n = 0; n < repeats; n++) {
    const auto start = std::chrono::steady_clock::now();
    for (int c = 0; c < cases; c++) {
      solve(m, costs + c * m.products, w);
      rounds += w.rounds;
      sum = c == 0 ? 0 : sum;
      for (double price : w.price) sum += std::isfinite(price) ? price : 0;
    }
    best = std::min(best, std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("microseconds %.6f rounds %.3f sum %.9f\n", best / cases, rounds / repeats / cases, sum);
}
