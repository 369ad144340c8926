// What lines and products cost in a year: engine/model/cost/lineCells.ts (the mean of parts sourced anew and under contract) and
// engine/model/year/yearCosts.ts, operation for operation, as a compiler of C++ makes them. `twins.ts` compiles it, writes its
// input and reads its answer.
//
//     costs FILE REPEATS      prints "microseconds X rounds 1 sum Z": a year's costs, and the sum of costs and duties of products
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Numbers = std::vector<double>;
using Places = std::vector<int>;

constexpr int markets = 3, places = 4, destinations = 4, origins = 6, columns = 10, duty = 1, rest = 3;

struct Cells {
  Numbers factor, table, exportParts, exportCredit;
};

struct Year {
  int lines, products;
  double renewed, assemblyShare, theta;
  Places differs, linePlace, lineOff;
  Cells before, now, mean;
  Numbers exports, freight, base, baseRow, location, assembly, yearFactor, weights, share0, cost0;
  Numbers lineCost, lineDuty, rowCost, shareFactor, productCost, productDuty;
};

static void blend(Year& y) {
  const double w = y.renewed;
  for (int cell = 0; cell < markets * y.lines; cell++) {
    if (y.differs[cell] == 0) continue;
    y.mean.factor[cell] = y.before.factor[cell] + w * (y.now.factor[cell] - y.before.factor[cell]);
    for (int n = cell * columns; n < (cell + 1) * columns; n++)
      y.mean.table[n] = y.before.table[n] + w * (y.now.table[n] - y.before.table[n]);
  }
  for (int j = 0; j < y.lines; j++) {
    if (y.exports[j] == 0) continue;
    y.mean.exportCredit[j] = y.before.exportCredit[j] + w * (y.now.exportCredit[j] - y.before.exportCredit[j]);
    for (int n = j * origins; n < (j + 1) * origins; n++)
      y.mean.exportParts[n] = y.before.exportParts[n] + w * (y.now.exportParts[n] - y.before.exportParts[n]);
  }
}

static void costLines(Year& y) {
  for (int j = 0; j < y.lines; j++) {
    const int site = j * places + y.linePlace[j];
    const double scale = y.location[site] * y.yearFactor[j];
    for (int m = 0; m < markets; m++) {
      const int cell = m * y.lines + j;
      const double scaled = y.base[cell] * scale;
      y.lineCost[cell] = scaled * y.mean.factor[cell] + y.freight[site * destinations + m];
      y.lineDuty[cell] = scaled * y.mean.table[cell * columns + duty];
    }
    if (y.exports[j] == 0) continue;
    double exported = y.assemblyShare * y.assembly[site];
    for (int k = 0; k < origins; k++) exported += y.mean.exportParts[j * origins + k];
    exported -= y.mean.exportCredit[j];
    y.rowCost[j] = y.baseRow[j] * scale * exported + y.freight[site * destinations + rest];
  }
}

static void costProducts(Year& y) {
  for (int m = 0; m < markets; m++)
    for (int i = 0; i < y.products; i++) {
      double cost = 0, paid = 0, weight = 0;
      for (int j = m * y.lines + y.lineOff[i]; j < m * y.lines + y.lineOff[i + 1]; j++) {
        const double share = y.weights[j];
        if (share == 0) continue;
        const double factor = share == y.share0[j] ? 1 : std::exp(std::log(share / y.share0[j]) * (1 / y.theta));
        y.shareFactor[j] = factor;
        weight += share;
        cost += share * factor * y.lineCost[j];
        paid += share * factor * y.lineDuty[j];
      }
      const int cell = m * y.products + i;
      const bool sold = y.cost0[cell] > 0 && weight > 0 && cost < INFINITY;
      y.productCost[cell] = sold ? cost : INFINITY;
      y.productDuty[cell] = sold ? paid : 0;
    }
}

int main(int, char** words) {
  std::FILE* file = std::fopen(words[1], "rb");
  if (file == nullptr) return 1;
  Numbers all;
  for (double one; std::fread(&one, sizeof one, 1, file) == 1;) all.push_back(one);
  std::fclose(file);
  const double* at = all.data();
  const auto numbers = [&](int count) {
    Numbers some(at, at + count);
    at += count;
    return some;
  };
  const auto whole = [&](int count) {
    Places some(at, at + count);
    at += count;
    return some;
  };
  Year y;
  y.lines = static_cast<int>(*at++), y.products = static_cast<int>(*at++);
  y.renewed = *at++, y.assemblyShare = *at++, y.theta = *at++;
  const int cells = markets * y.lines, perProduct = markets * y.products, sites = y.lines * places;
  y.differs = whole(cells), y.linePlace = whole(y.lines), y.lineOff = whole(y.products + 1);
  for (Cells* one : {&y.before, &y.now, &y.mean}) {
    one->factor = numbers(cells), one->table = numbers(cells * columns);
    one->exportParts = numbers(y.lines * origins), one->exportCredit = numbers(y.lines);
  }
  y.exports = numbers(y.lines), y.freight = numbers(sites * destinations), y.base = numbers(cells), y.baseRow = numbers(y.lines);
  y.location = numbers(sites), y.assembly = numbers(sites), y.yearFactor = numbers(y.lines);
  y.weights = numbers(cells), y.share0 = numbers(cells), y.cost0 = numbers(perProduct);
  for (Numbers* one : {&y.lineCost, &y.lineDuty, &y.shareFactor}) one->resize(cells);
  for (Numbers* one : {&y.productCost, &y.productDuty}) one->resize(perProduct);
  y.rowCost.resize(y.lines);
  const int repeats = std::atoi(words[2]);
  double best = INFINITY, sum = 0;
  for (int n = 0; n < repeats; n++) {
    const auto start = std::chrono::steady_clock::now();
    blend(y);
    costLines(y);
    costProducts(y);
    best = std::min(best, std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
  }
  for (int cell = 0; cell < perProduct; cell++) sum += (y.productCost[cell] < INFINITY ? y.productCost[cell] : 0) + y.productDuty[cell];
  std::printf("microseconds %.6f rounds 1 sum %.9f\n", best, sum);
}
