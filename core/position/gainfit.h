// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/types/result.h"
#include "core/types/samplebatch.h"

#include <array>

namespace cbpm {

/// What one set of gains makes of the samples.
struct GainEffect
{
    double residualMean = 0.0; ///< of r
    double residualRms = 0.0;  ///< of r about zero
    double x_mm = 0.0;         ///< mean position, difference over sum
    double y_mm = 0.0;
};

/// Relative button gains from the beam itself.
struct GainFit
{
    std::array<double, buttonCount> gain{};  ///< to put into the table; their mean is that of the gains before
    std::array<double, buttonCount> sigma{}; ///< standard error of gain / gain of the first button; 0 for the first
    double cQ = 0.0;                         ///< fitted beside them
    double cQSigma = 0.0;
    std::size_t samples = 0; ///< valid ones that were used
    GainEffect before;
    GainEffect after;
    double xSpread_mm = 0.0; ///< standard deviation of the motion that the fit had to go by
    double ySpread_mm = 0.0;
    /// False where the beam moved less than ten times its noise in one of the planes, or where a cQ came out that the
    /// chamber cannot have: then the gains cannot be told apart.
    bool isDetermined = false;
};

/// Finds the gains (and cQ) for which r = q - cQ u v vanishes over `samples`, wherever the beam was (D.L. Rubin et al.,
/// PRST-AB 13, 092802 (2010); needs mirror-symmetric buttons and motion in both planes). Levenberg-Marquardt from the
/// gains of `detector`. BadData: fewer than 50 valid samples. Changes nothing: the caller decides what to do with it.
Result<GainFit> fitGains(const DetectorSamples &samples, const Detector &detector);

} // namespace cbpm
