// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/position/gainfit.h"

#include "core/position/positions.h"
#include "core/types/coretexts.h"
#include "core/types/flags.h"

#include <Eigen/Dense>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t fewestSamples = 50;
constexpr std::size_t mostSamples = 20'000; ///< more are thinned out evenly
constexpr double largestSigma = 0.005;      ///< of a relative gain that may be called determined
constexpr double motionOverNoise = 10.0;    ///< below it the fit follows the noise
constexpr double largestChangeOfCq = 0.3;   ///< relative to the chamber's own
constexpr int parameters = 4;               ///< gains of BI, BO, TO over that of TI; cQ

using Parameters = Eigen::Matrix<double, parameters, 1>;
using Four = Eigen::Array<double, Eigen::Dynamic, 4>;

struct Differences
{
    Eigen::ArrayXd u, v, q;
};

Differences differencesOf(const Four &buttons, const Parameters &p)
{
    const Eigen::ArrayXd ti = buttons.col(0), bi = buttons.col(1) / p(0), bo = buttons.col(2) / p(1),
                         to = buttons.col(3) / p(2);
    const Eigen::ArrayXd sum = ti + bi + bo + to;
    return {(to + bo - ti - bi) / sum, (to + ti - bo - bi) / sum, (to + bi - ti - bo) / sum};
}

Eigen::VectorXd residualsOf(const Four &buttons, const Parameters &p)
{
    const Differences d = differencesOf(buttons, p);
    return (d.q - p(3) * d.u * d.v).matrix();
}

GainEffect effectOf(const Four &buttons, const Parameters &p, const Detector &detector)
{
    const Differences d = differencesOf(buttons, p);
    const Eigen::ArrayXd r = d.q - p(3) * d.u * d.v;
    return {r.mean(), std::sqrt(r.square().mean()), detector.xSign * detector.kx_mm * d.u.mean(),
            detector.ky_mm * d.v.mean()};
}

double spreadOf(const Eigen::ArrayXd &values)
{
    return std::sqrt((values - values.mean()).square().mean());
}

/// Buttons of the valid samples, corrected by pedestal and the gains that the table has.
Four validButtons(const DetectorSamples &samples, const Detector &detector)
{
    PositionColumns positions;
    PositionMap{detector, PositionMethod::Linear}.apply(samples, positions);
    std::vector<std::size_t> valid;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!(positions.flags[i] & (invalidatingFlags | Degraded)))
            valid.push_back(i);
    }
    const std::size_t stride = valid.size() / mostSamples + 1;
    Four buttons(static_cast<Eigen::Index>((valid.size() + stride - 1) / stride), 4);
    for (std::size_t i = 0; i < valid.size(); i += stride) {
        for (std::size_t k = 0; k < buttonCount; ++k)
            buttons(static_cast<Eigen::Index>(i / stride), static_cast<Eigen::Index>(k)) =
                positions.button[k][valid[i]];
    }
    return buttons;
}

Eigen::MatrixXd slopesAt(const Four &buttons, const Parameters &p)
{
    constexpr double h = 1e-6;
    Eigen::MatrixXd slopes(buttons.rows(), parameters);
    for (int k = 0; k < parameters; ++k) {
        Parameters up = p, down = p;
        up(k) += h;
        down(k) -= h;
        slopes.col(k) = (residualsOf(buttons, up) - residualsOf(buttons, down)) / (2.0 * h);
    }
    return slopes;
}

Parameters minimised(const Four &buttons, Parameters p)
{
    double damping = 1e-6;
    double cost = residualsOf(buttons, p).squaredNorm();
    for (int step = 0; step < 100 && damping < 1e6; ++step) {
        const Eigen::MatrixXd slopes = slopesAt(buttons, p);
        Eigen::Matrix<double, parameters, parameters> normal = slopes.transpose() * slopes;
        const Parameters gradient = slopes.transpose() * residualsOf(buttons, p);
        normal.diagonal() += damping * normal.diagonal() + Parameters::Constant(1e-30);
        const Parameters move = normal.ldlt().solve(-gradient);
        const Parameters next = p + move;
        const bool sane =
            next.allFinite() && (next.head<3>().array() > 0.1).all() && (next.head<3>().array() < 10.0).all();
        const double nextCost = sane ? residualsOf(buttons, next).squaredNorm() : cost;
        if (!sane || nextCost > cost) {
            damping = std::max(1e-6, damping * 10.0);
            continue;
        }
        p = next;
        cost = nextCost;
        damping *= 0.1;
        if (move.norm() < 1e-12)
            break;
    }
    return p;
}

} // namespace

Result<GainFit> fitGains(const DetectorSamples &samples, const Detector &detector)
{
    const Four buttons = validButtons(samples, detector);
    if (buttons.rows() < static_cast<Eigen::Index>(fewestSamples))
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1 has %2 valid samples in this range, too few to fit gains to")
                         .arg(QString::fromStdString(detector.location))
                         .arg(buttons.rows()),
                     CoreTexts::tr("choose a longer range, or one with beam")};
    const Parameters start{1.0, 1.0, 1.0, PositionMap{detector}.consistency()};
    const Parameters found = minimised(buttons, start);

    GainFit fit;
    fit.samples = static_cast<std::size_t>(buttons.rows());
    fit.before = effectOf(buttons, start, detector);
    fit.after = effectOf(buttons, found, detector);
    fit.cQ = found(3);
    const Differences moved = differencesOf(buttons, found);
    fit.xSpread_mm = detector.kx_mm * spreadOf(moved.u);
    fit.ySpread_mm = detector.ky_mm * spreadOf(moved.v);

    std::array<double, buttonCount> relative{1.0, found(0), found(1), found(2)};
    double mean = 0.0, meanBefore = 0.0;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        mean += relative[k] * detector.gain[k] / 4.0;
        meanBefore += detector.gain[k] / 4.0;
    }
    for (std::size_t k = 0; k < buttonCount; ++k)
        fit.gain[k] = relative[k] * detector.gain[k] * meanBefore / mean;

    const Eigen::MatrixXd slopes = slopesAt(buttons, found);
    const double noise = residualsOf(buttons, found).squaredNorm() / static_cast<double>(buttons.rows() - parameters);
    const Eigen::Matrix<double, parameters, parameters> covariance =
        noise * (slopes.transpose() * slopes).eval().completeOrthogonalDecomposition().pseudoInverse();
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd{slopes};
    const auto &singular = svd.singularValues();
    bool isDetermined = singular(parameters - 1) > 1e-9 * singular(0);
    for (int k = 0; k < 3; ++k) {
        fit.sigma[static_cast<std::size_t>(k) + 1] = std::sqrt(std::max(0.0, covariance(k, k)));
        isDetermined = isDetermined && fit.sigma[static_cast<std::size_t>(k) + 1] < largestSigma;
    }
    fit.cQSigma = std::sqrt(std::max(0.0, covariance(3, 3)));
    // Noise of the buttons is no motion: q has as much of it as u and v, and r keeps it. Where most of the spread is
    // noise, any gains that balance the buttons look right.
    const double least = motionOverNoise * fit.after.residualRms;
    const bool hasMoved = spreadOf(moved.u) > least && spreadOf(moved.v) > least;
    const bool isPlausible = std::abs(fit.cQ / start(3) - 1.0) < largestChangeOfCq;
    fit.isDetermined = isDetermined && hasMoved && isPlausible;
    return fit;
}

} // namespace cbpm
